import { changedKeys, day, type SampleTarget } from '@app/domain';
import { SEASON } from './sample-closings.js';
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

/** How much more than the last twelve months brought is planned, by what is planned. */
interface Ambition {
  revenue: number;
  pipe: number;
  meetings: number;
}

/** Each view has its story: one is ahead, one short of pipe, one of meetings, one of revenue. */
const AMBITIONS: Readonly<Record<string, Ambition>> = {
  Organic: { revenue: 1.1, pipe: 1.2, meetings: 1.15 },
  Signal: { revenue: 1, pipe: 1.05, meetings: 1.4 },
  'Full Funnel': { revenue: 1.2, pipe: 1.1, meetings: 1.05 },
  Market: { revenue: 1.35, pipe: 1.5, meetings: 1.25 },
};
const USUAL: Ambition = { revenue: 1.1, pipe: 1.1, meetings: 1.1 };

/**
 * Targets of a sample view for the year of today, in the contract's shape: near what the last twelve months brought, so
 * that the screens show progress that is neither done nor hopeless.
 */
export function sampleTargets(view: string, today: string): Record<string, unknown> {
  const ambition = AMBITIONS[view] ?? USUAL;
  const deals = sampleDeals(view, today);
  const since = day(today) - YEAR_DAYS;
  const last = deals.filter(({ discovered }) => discovered > since && discovered <= day(today));
  const closed = deals.filter(({ billing }) => billing !== null && billing > since && billing <= day(today));
  const revenue = monthlyMoney(closed, ({ arr }) => arr, ambition.revenue);
  const newPipe = monthlyMoney(last, ({ pipe }) => pipe, ambition.pipe);
  const intros = last.filter(isIntro);
  const poas = last.filter(({ poa }) => poa !== null);
  return {
    [`revenue_${today.slice(0, 4)}`]: Object.fromEntries(
      MONTHS.map((month, at) => [month, toThousands(revenue * (SEASON[at] ?? 1))]),
    ),
    deals_closed_yearly: { deals_target: 12 * monthly(closed, ambition.revenue), arr_target: 12 * revenue },
    dashboard_bottom_cards: {
      new_pipe_created: newPipe,
      created_weighted_pipe: toThousands(0.15 * newPipe),
      ytd_aggregate_pipeline: 6 * newPipe,
      ytd_cumulative_weighted: toThousands(0.9 * newPipe),
    },
    meeting_generation: meetings(last, ambition.meetings),
    intro_poa: { intro: monthly(intros, ambition.meetings), poa: monthly(poas, 1.1) },
    meetings_attended: {
      meetings_scheduled: monthly(last, ambition.meetings),
      deals_closed: monthly(closed, ambition.revenue),
    },
    closing_projections: {
      next_14_days: 3 * revenue,
      next_30_60_days: 4 * revenue,
      next_60_90_days: 2 * revenue,
    },
  };
}

/** Every target of a sample, by its stored path. */
export const asMarks = (targets: Record<string, unknown>): SampleTarget[] =>
  changedKeys({}, targets).map(({ key, after }) => ({ key, value: after }));

function meetings(deals: readonly SampleDeal[], ambition: number): Record<string, number> {
  const from = (sources: readonly string[]) =>
    monthly(
      deals.filter(({ source }) => sources.includes(source)),
      ambition,
    );
  return {
    total_target: monthly(deals, ambition),
    inbound: from(PARTS.inbound),
    outbound: from(PARTS.outbound),
    event: from(PARTS.event),
    referral: from(REFERRALS),
    upsells_cross: from(['Upsell/Cross-sell']),
  };
}

const isIntro = ({ stage, show }: SampleDeal): boolean =>
  show === 'Show' || (show === '' && /^[A-E] /.test(stage));

/** Ambitious against the monthly average, at least one. */
const monthly = (deals: readonly SampleDeal[], ambition: number): number =>
  Math.max(1, Math.round((deals.length * ambition) / 12));

function monthlyMoney(
  deals: readonly SampleDeal[],
  amount: (deal: SampleDeal) => number | null,
  ambition: number,
): number {
  const sum = deals.reduce((total, deal) => total + (amount(deal) ?? 0), 0);
  return Math.max(5_000, Math.round((sum * ambition) / 12 / 5_000) * 5_000);
}

const toThousands = (money: number) => Math.round(money / 1_000) * 1_000;
