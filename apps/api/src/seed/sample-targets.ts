import { day } from '@app/domain';
import { type SampleDeal, sampleDeals } from './sample-deals.js';

const YEAR_DAYS = 365;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const PARTS = { inbound: ['Inbound'], outbound: ['Outbound'], event: ['Event'] } as const;
const REFERRALS: readonly string[] = [
  'Referral',
  'Internal referral',
  'External referral',
  'Client referral',
];

/**
 * Targets of a sample view for the year of today, in the contract's shape: a little above what the last twelve months
 * brought, so that the screens show progress that is neither done nor hopeless.
 */
export function sampleTargets(view: string, today: string): Record<string, unknown> {
  const deals = sampleDeals(view, today);
  const since = day(today) - YEAR_DAYS;
  const last = deals.filter(({ discovered }) => discovered > since && discovered <= day(today));
  const closed = deals.filter(({ billing }) => billing !== null && billing > since && billing <= day(today));
  const revenue = monthlyMoney(closed, ({ arr }) => arr);
  const newPipe = monthlyMoney(last, ({ pipe }) => pipe);
  return {
    [`revenue_${today.slice(0, 4)}`]: Object.fromEntries(MONTHS.map((month) => [month, revenue])),
    deals_closed_yearly: { deals_target: 12 * monthly(closed), arr_target: 12 * revenue },
    dashboard_bottom_cards: {
      new_pipe_created: newPipe,
      created_weighted_pipe: Math.round(newPipe / 4),
      ytd_aggregate_pipeline: 6 * newPipe,
      ytd_cumulative_weighted: Math.round(1.5 * newPipe),
    },
    meeting_generation: meetings(last),
    intro_poa: { intro: monthly(last.filter(isIntro)), poa: monthly(last.filter(({ poa }) => poa !== null)) },
    meetings_attended: { meetings_scheduled: monthly(last), deals_closed: monthly(closed) },
    closing_projections: {
      next_14_days: 3 * revenue,
      next_30_60_days: 4 * revenue,
      next_60_90_days: 2 * revenue,
    },
  };
}

function meetings(deals: readonly SampleDeal[]): Record<string, number> {
  const from = (sources: readonly string[]) =>
    monthly(deals.filter(({ source }) => sources.includes(source)));
  return {
    total_target: monthly(deals),
    inbound: from(PARTS.inbound),
    outbound: from(PARTS.outbound),
    event: from(PARTS.event),
    referral: from(REFERRALS),
    upsells_cross: from(['Upsell/Cross-sell']),
  };
}

const isIntro = ({ stage, show }: SampleDeal): boolean =>
  show === 'Show' || (show === '' && /^[A-E] /.test(stage));

/** A tenth more than the monthly average, at least one. */
const monthly = (deals: readonly SampleDeal[]): number => Math.max(1, Math.round((deals.length * 1.1) / 12));

function monthlyMoney(deals: readonly SampleDeal[], amount: (deal: SampleDeal) => number | null): number {
  const sum = deals.reduce((total, deal) => total + (amount(deal) ?? 0), 0);
  return Math.max(5_000, Math.round((sum * 1.1) / 12 / 5_000) * 5_000);
}
