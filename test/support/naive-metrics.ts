import type { Deal } from '@app/domain';

/*
 * The catalogue once more, on purpose in the plainest way: one filter a metric over objects, written from
 * docs/domain.md without the engine. Specs compare the engine with it, the benchmark measures the engine against it.
 * Only types are imported, so that Node runs this file as it is.
 */

/** What the numbers depend on; dates are days since 1970. */
export interface NaiveQuestion {
  readonly from: number;
  readonly to: number;
  readonly asOf: number;
  readonly span: 'year' | 'half';
}

type Row = Pick<
  Deal,
  | 'client'
  | 'stage'
  | 'show_noshow'
  | 'relevance'
  | 'type_of_deal'
  | 'type_of_source'
  | 'discovery_date'
  | 'poa_date'
  | 'billing_start'
  | 'expected_arr'
  | 'expected_mrr'
  | 'pipeline'
>;

const OPEN = ['F Inbox', 'E Intro attended', 'D POA Booked', 'C Proposal sent', 'B Legals'];
const AFTER_INTRO = ['E Intro attended', 'D POA Booked', 'C Proposal sent', 'B Legals', 'A Closed'];
const POA = ['D POA Booked', 'C Proposal sent', 'B Legals', 'A Closed', 'Lost', 'H Lost - can be revived'];
const LATE = ['D POA Booked', 'C Proposal sent', 'B Legals'];

const GROUPS: Record<string, string[]> = {
  inbound: ['Inbound'],
  outbound: ['Outbound'],
  referral: ['Referral', 'Internal referral', 'External referral', 'Client referral'],
  event: ['Event'],
  partner: ['Partnership', 'Business partner', 'Consulting partner'],
  upsell: ['Upsell/Cross-sell'],
};

/** Value of every metric by id that needs no targets; null for a rate or average over nothing. */
export function naiveMetrics(deals: readonly Row[], asked: NaiveQuestion): Record<string, number | null> {
  const isIn = (deal: Row) => within(deal.discovery_date, asked.from, asked.to);
  const count = (keeps: (deal: Row) => boolean) => deals.filter(keeps).length;
  const sum = (keeps: (deal: Row) => boolean, amount: (deal: Row) => number | null) =>
    deals.filter(keeps).reduce((cents, deal) => cents + toCents(amount(deal)), 0) / 100;
  const weighted = (keeps: (deal: Row) => boolean) =>
    deals.filter(keeps).reduce((cents, deal) => cents + weightedCents(deal, asked.asOf), 0) / 100;

  const isClosed = (deal: Row) =>
    deal.stage === 'A Closed' && above(deal.expected_arr) && within(deal.billing_start, asked.from, asked.to);
  const isRevenue = (deal: Row) =>
    deal.stage === 'A Closed' &&
    above(deal.expected_arr) &&
    within(deal.billing_start, startOf(asked.span, asked.asOf), asked.asOf);
  const isUpsell = (deal: Row) =>
    deal.type_of_deal === 'Upsell' || deal.type_of_deal === 'Cross-sell' || groupOf(deal) === 'upsell';
  const isRenewal = (deal: Row) => deal.type_of_deal === 'Renewal';
  const isOpen = (deal: Row) => OPEN.includes(deal.stage);
  const isActive = (deal: Row) =>
    ['E Intro attended', 'D POA Booked', 'C Proposal sent', 'B Legals'].includes(deal.stage) &&
    isAttended(deal) &&
    deal.relevance === 'Relevant';
  const isUpcoming = (deal: Row) =>
    LATE.includes(deal.stage) && deal.poa_date !== null && deal.poa_date > asked.asOf;
  const isClosing = (deal: Row) =>
    (LATE.includes(deal.stage) || (deal.stage === 'A Closed' && above(deal.expected_arr))) &&
    deal.billing_start !== null &&
    yearAndMonth(deal.billing_start) === yearAndMonth(asked.asOf);
  const isOld = (deal: Row) => deal.stage === 'G Stalled' || deal.stage === 'H Lost - can be revived';
  const halfStart = startOf('half', asked.to);

  const total = count(isIn);
  const attended = count((deal) => isIn(deal) && isAttended(deal));
  const poa = count((deal) => isIn(deal) && POA.includes(deal.stage));
  const closed = count(isClosed);
  const relevant = count((deal) => isIn(deal) && deal.relevance === 'Relevant');

  return {
    'meetings.total': total,
    ...Object.fromEntries(
      ['inbound', 'outbound', 'referral', 'event', 'partner', 'upsell', 'unassigned', 'other'].map(
        (group) => [`meetings.${group}`, count((deal) => isIn(deal) && groupOf(deal) === group)],
      ),
    ),
    'meetings.show': count((deal) => isIn(deal) && deal.show_noshow === 'Show'),
    'meetings.noshow': count((deal) => isIn(deal) && deal.show_noshow === 'Noshow'),
    'meetings.relevant': relevant,
    'meetings.question_mark': count((deal) => isIn(deal) && deal.relevance === 'Question mark'),
    'meetings.not_relevant': count((deal) => isIn(deal) && deal.relevance === 'Not relevant'),
    'relevance.rate': divide(relevant, total),
    'intros.attended': attended,
    'attendance.rate': divide(attended, total),
    'poa.generated': poa,
    'conversion.intro_to_poa': divide(poa, attended),
    'deals.closed': closed,
    'deals.arr': sum(isClosed, (deal) => deal.expected_arr),
    'deals.mrr': sum(isClosed, (deal) => deal.expected_mrr),
    'deals.average': divide(
      sum(isClosed, (deal) => deal.expected_arr),
      closed,
    ),
    'conversion.poa_to_close': divide(closed, poa),
    'upsell.meetings': count((deal) => isIn(deal) && isUpsell(deal)),
    'renewal.meetings': count((deal) => isIn(deal) && isRenewal(deal)),
    'upsell.poa': count(
      (deal) => isIn(deal) && (isUpsell(deal) || isRenewal(deal)) && POA.includes(deal.stage),
    ),
    'upsell.closed': count((deal) => isClosed(deal) && (isUpsell(deal) || isRenewal(deal))),
    'upsell.arr': sum(
      (deal) => isClosed(deal) && (isUpsell(deal) || isRenewal(deal)),
      (deal) => deal.expected_arr,
    ),
    'pipe.created': sum(
      (deal) => isIn(deal) && above(deal.pipeline),
      (deal) => deal.pipeline,
    ),
    'pipe.created_weighted': weighted((deal) => isIn(deal) && above(deal.pipeline)),
    'intros.relevant': count((deal) => isIn(deal) && isAttended(deal) && deal.relevance === 'Relevant'),
    'deals.open': count(isOpen),
    'deals.active': count(isActive),
    'pipe.active': sum(
      (deal) => isOpen(deal) && above(deal.pipeline),
      (deal) => deal.pipeline,
    ),
    'pipe.active_weighted': weighted((deal) => isOpen(deal) && above(deal.pipeline)),
    'pipe.cumulative_weighted': weighted(
      (deal) => isOpen(deal) && above(deal.pipeline) && within(deal.discovery_date, halfStart, asked.to),
    ),
    'legals.count': count((deal) => deal.stage === 'B Legals'),
    'legals.value': sum((deal) => deal.stage === 'B Legals', valueOf),
    'proposal.count': count((deal) => deal.stage === 'C Proposal sent'),
    'proposal.value': sum((deal) => deal.stage === 'C Proposal sent', valueOf),
    'poa.upcoming': count(isUpcoming),
    'poa.upcoming_value': sum(isUpcoming, valueOf),
    'closing.count': count(isClosing),
    'closing.value': sum(isClosing, valueOf),
    'pipe.old': sum(isOld, (deal) => deal.pipeline),
    'pipe.old_count': count(isOld),
    'pipe.old_clients': new Set(deals.filter(isOld).map((deal) => folded(deal.client))).size,
    'revenue.ytd': sum(isRevenue, (deal) => deal.expected_arr),
  };
}

function within(day: number | null, from: number, to: number): boolean {
  return day !== null && day >= from && day <= to;
}

const above = (amount: number | null) => amount !== null && amount > 0;

const divide = (numerator: number, denominator: number) =>
  denominator === 0 ? null : numerator / denominator;

/** Whole cents of an amount; nothing adds nothing. */
export const toCents = (amount: number | null) => (amount === null ? 0 : Math.round(amount * 100));

/** ARR, or pipe where ARR is missing. */
export const valueOf = (deal: Pick<Row, 'expected_arr' | 'pipeline'>) =>
  deal.expected_arr === null || deal.expected_arr === 0 ? deal.pipeline : deal.expected_arr;

function isAttended(deal: Row): boolean {
  if (deal.show_noshow === 'Show') return true;
  return deal.show_noshow === null && AFTER_INTRO.includes(deal.stage);
}

function groupOf(deal: Row): string {
  const source = deal.type_of_source;
  if (source === null || source === 'None/Non-assigned') return 'unassigned';
  return Object.keys(GROUPS).find((group) => GROUPS[group]?.includes(source)) ?? 'other';
}

/** Pipe x weight in whole cents, halves away from zero. */
function weightedCents(deal: Row, asOf: number): number {
  const exact = toCents(deal.pipeline) * Math.round(weightOf(deal, asOf) * 100);
  return Math.sign(exact) * Math.round(Math.abs(exact) / 100);
}

function weightOf(deal: Row, asOf: number): number {
  const age = deal.discovery_date === null ? 0 : Math.max(0, asOf - deal.discovery_date);
  switch (deal.stage) {
    case 'E Intro attended':
      switch (deal.type_of_source) {
        case 'Outbound':
          return age > 180 ? 0.17 : 0.15;
        case 'Inbound':
          return age > 90 ? 0.33 : 0.35;
        case 'Client referral':
          return age > 30 ? 0 : 0.7;
        case 'Internal referral':
          return age > 30 ? 0 : 0.6;
        case 'Partnership':
          return age > 60 ? 0.25 : 0.4;
        default:
          return 0;
      }
    case 'D POA Booked':
      return 0.5;
    case 'C Proposal sent':
      return age > 90 ? 0.3 : 0.5;
    case 'B Legals':
      switch (deal.type_of_source) {
        case 'Client referral':
          return age > 15 ? 0 : 0.9;
        case 'Internal referral':
          return age > 15 ? 0 : 0.85;
        case 'Inbound':
        case 'Outbound':
          return age > 45 ? 0.75 : 0.9;
        case 'Partnership':
          return age > 30 ? 0.5 : 0.8;
        default:
          return 0;
      }
    default:
      return 0;
  }
}

const yearAndMonth = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 7);

function startOf(span: 'year' | 'half', day: number): number {
  const at = new Date(day * 86_400_000);
  const month = span === 'half' && at.getUTCMonth() >= 6 ? 6 : 0;
  return Date.UTC(at.getUTCFullYear(), month, 1) / 86_400_000;
}

/** A text without case, marks and blanks. */
export const folded = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\s]/gu, '');
