import type { Deal } from '@app/domain';
import { folded, type NaiveQuestion, naiveMetrics, toCents, valueOf } from './naive-metrics.js';

/*
 * Tables, comparisons and boards once more, on purpose in the plainest way: each cell is the catalogue over the rows
 * of that cell alone. Written from docs/domain.md, sections 3, 5 and 8, without the engine.
 */

/** A deal as the sheet has it. */
export type Row = Omit<Deal, 'id'>;

/** Values a row by its key; `null` is unassigned. */
export type Cells = Map<string | null, (number | null)[]>;

const KNOWN_STAGES = [
  'F Inbox',
  'E Intro attended',
  'D POA Booked',
  'C Proposal sent',
  'B Legals',
  'A Closed',
  'G Stalled',
  'H Lost - can be revived',
  'Lost',
  'Not Relevant',
];
const RELEVANCES = ['Relevant', 'Question mark', 'Not relevant'];

/** The rows that a relevance filter keeps: canonical values, `other` for unknown ones, empty for none. */
export const ofRelevance = (deals: readonly Row[], wanted: readonly string[]) =>
  deals.filter(({ relevance }) => {
    if (relevance === null) return wanted.includes('');
    return wanted.includes(RELEVANCES.includes(relevance) ? relevance : 'other');
  });

/** Metrics of the catalogue by AE or BDR; who has nothing in any of them has no row. */
export function byPerson(
  deals: readonly Row[],
  field: 'owner' | 'bdr',
  ids: readonly string[],
  question: NaiveQuestion,
): Cells {
  const people = new Set(deals.map((deal) => personOf(deal[field])));
  const cells: Cells = new Map();
  for (const person of people) {
    const theirs = deals.filter((deal) => personOf(deal[field]) === person);
    const values = naiveMetrics(theirs, question);
    const row = ids.map((id) => values[id] ?? null);
    if (row.some((value) => value !== null && value !== 0)) cells.set(person, row);
  }
  return cells;
}

const personOf = (name: string | null) => (name === null ? null : folded(name));

/** Metrics of the catalogue in each month of the period: deals by the month of the date each metric goes by. */
export function byMonth(deals: readonly Row[], ids: readonly string[], question: NaiveQuestion): Cells {
  const cells: Cells = new Map();
  for (let day = question.from; day <= question.to; day++) cells.set(monthOf(day), []);
  for (const [month, row] of cells) {
    const entered = naiveMetrics(
      deals.filter((deal) => isOfMonth(deal.discovery_date, month)),
      question,
    );
    const billed = naiveMetrics(
      deals.filter((deal) => isOfMonth(deal.billing_start, month)),
      question,
    );
    for (const id of ids) {
      const isBilled = id.startsWith('deals.') || id === 'upsell.closed' || id === 'upsell.arr';
      row.push(
        id === 'conversion.poa_to_close'
          ? divide(billed['deals.closed'] ?? 0, entered['poa.generated'] ?? 0)
          : ((isBilled ? billed : entered)[id] ?? null),
      );
    }
  }
  return cells;
}

const isOfMonth = (day: number | null, month: string | null) => day !== null && monthOf(day) === month;

/** Days of a short period, weeks of a longer one, none of one beyond a hundred days: first and last day of each. */
export function naiveSteps({ from, to }: Pick<NaiveQuestion, 'from' | 'to'>): [number, number][] {
  const length = to - from + 1;
  if (length > 100) return [];
  const steps: [number, number][] = [];
  for (let day = from; day <= to; day++) {
    const isMonday = new Date(day * 86_400_000).getUTCDay() === 1;
    const step = steps.at(-1);
    if (step && length > 31 && !isMonday) step[1] = day;
    else steps.push([day, day]);
  }
  return steps;
}

/** Metrics of the catalogue over the days of each step alone, as if it were the whole period. */
export const bySteps = (
  deals: readonly Row[],
  ids: readonly string[],
  question: NaiveQuestion,
  steps: readonly (readonly [number, number])[],
): (number | null)[][] =>
  steps.map(([from, to]) => {
    const values = naiveMetrics(deals, { ...question, from, to });
    return ids.map((id) => values[id] ?? null);
  });

/** Meetings of each source group, and their share of all. */
export function bySource(deals: readonly Row[], question: NaiveQuestion): Cells {
  const values = naiveMetrics(deals, question);
  const groups = ['inbound', 'outbound', 'referral', 'event', 'partner', 'upsell', 'unassigned', 'other'];
  const meetings = groups.map((group): [string, number] => [group, values[`meetings.${group}`] ?? 0]);
  const total = values['meetings.total'] ?? 0;
  return new Map(
    meetings.filter(([, count]) => count > 0).map(([group, count]) => [group, [count, count / total]]),
  );
}

/** Upsells and renewals that entered in the period, by partner and stage: each deal once. */
export function partnerStages(
  deals: readonly Row[],
  { from, to }: NaiveQuestion,
): Map<string | null, Record<string, number>> {
  const rows = new Map<string | null, Record<string, number>>();
  for (const deal of deals) {
    const isOne =
      ['Upsell', 'Cross-sell', 'Renewal'].includes(deal.type_of_deal ?? '') ||
      deal.type_of_source === 'Upsell/Cross-sell';
    if (!isOne || deal.discovery_date === null || deal.discovery_date < from || deal.discovery_date > to)
      continue;
    const stage = deal.stage === '' || KNOWN_STAGES.includes(deal.stage) ? deal.stage : 'other';
    const row = rows.get(personOf(deal.bdr)) ?? {};
    row[`stage:${stage}`] = (row[`stage:${stage}`] ?? 0) + 1;
    rows.set(personOf(deal.bdr), row);
  }
  return rows;
}

/** Calendar months of a period: every day counts for its share of its own month. */
export function monthsIn({ from, to }: Pick<NaiveQuestion, 'from' | 'to'>): number {
  let months = 0;
  for (let day = from; day <= to; day++) {
    const { year, month } = dateOf(day);
    months += 1 / new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  }
  return months;
}

/** The days a period is compared with and the last of its own that is compared; null when it lies ahead. */
export function naiveComparedDays(
  { from, to, asOf }: NaiveQuestion,
  against: 'previous' | 'last_year',
): { from: number; to: number; through: number } | null {
  if (from > asOf) return null;
  const earlier = against === 'last_year' ? yearEarlier(from, to) : presetBefore(from, to, asOf);
  if (asOf >= to) return { ...earlier, through: to };
  return { from: earlier.from, to: Math.min(earlier.to, earlier.from + asOf - from), through: asOf };
}

function presetBefore(from: number, to: number, asOf: number): { from: number; to: number } {
  const { year, month, date } = dateOf(from);
  for (const months of [1, 3, 6, 12]) {
    const isPreset = date === 1 && month % months === 0 && to === dayOf(year, month + months, 0);
    if (isPreset) return { from: dayOf(year, month - months, 1), to: from - 1 };
  }
  if (month === 0 && date === 1 && to === asOf && dateOf(asOf).year === year) return yearEarlier(from, to);
  return { from: from - (to - from + 1), to: from - 1 };
}

function yearEarlier(from: number, to: number): { from: number; to: number } {
  const earlier = (day: number) => {
    const { year, month, date } = dateOf(day);
    return month === 1 && date === 29 ? dayOf(year - 1, 1, 28) : dayOf(year - 1, month, date);
  };
  return { from: earlier(from), to: earlier(to) };
}

/** A column of a board: who fills it and, for projections, the probability in percent. */
export interface NaiveColumn {
  readonly has: (deal: Row) => boolean;
  readonly probability: number;
}

/** The columns of both boards by their ids. */
export const NAIVE_COLUMNS: Record<string, NaiveColumn> = {
  intro: {
    has: (deal) =>
      deal.stage === 'F Inbox' ||
      (deal.stage === 'E Intro attended' && (deal.show_noshow === null || deal.show_noshow === 'Show')),
    probability: 0,
  },
  poa_booked: { has: ({ stage }) => stage === 'D POA Booked', probability: 0 },
  proposal_sent: { has: ({ stage }) => stage === 'C Proposal sent', probability: 0 },
  legal: { has: ({ stage }) => stage === 'B Legals', probability: 0 },
  next_14_days: { has: ({ stage }) => stage === 'B Legals', probability: 90 },
  next_30_60_days: { has: ({ stage }) => stage === 'C Proposal sent', probability: 75 },
  next_60_90_days: { has: ({ stage }) => stage === 'D POA Booked', probability: 50 },
};

/** What a column holds: places in the dataset in the column's order, and its sums in currency. */
export function naiveColumn(deals: readonly Row[], { has, probability }: NaiveColumn) {
  const places = deals.flatMap((deal, place) => (has(deal) ? [place] : []));
  const value = (place: number) => valueOf(deals[place] ?? NOBODY) ?? -Infinity;
  const client = (place: number) => folded(deals[place]?.client ?? '');
  places.sort((one, other) => {
    if (value(one) !== value(other)) return value(other) > value(one) ? 1 : -1;
    if (client(one) !== client(other)) return client(one) < client(other) ? -1 : 1;
    return one - other;
  });
  const held = places.map((place) => deals[place] ?? NOBODY);
  return {
    places,
    deals: held.length,
    value: sumCents(held, (deal) => toCents(valueOf(deal))),
    projected: sumCents(held, (deal) => projectedCents(deal, probability)),
  };
}

const NOBODY = { expected_arr: null, pipeline: null };

const sumCents = <Held>(held: readonly Held[], cents: (deal: Held) => number) =>
  held.reduce((sum, deal) => sum + cents(deal), 0) / 100;

/** Halves away from zero. */
function projectedCents(deal: Pick<Row, 'expected_arr' | 'pipeline'>, probability: number): number {
  const exact = toCents(valueOf(deal)) * probability;
  return Math.sign(exact) * Math.round(Math.abs(exact) / 100);
}

const divide = (numerator: number, denominator: number) =>
  denominator === 0 ? null : numerator / denominator;

function dateOf(day: number): { year: number; month: number; date: number } {
  const at = new Date(day * 86_400_000);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth(), date: at.getUTCDate() };
}

const dayOf = (year: number, month: number, date: number) => Date.UTC(year, month, date) / 86_400_000;

const monthOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 7);
