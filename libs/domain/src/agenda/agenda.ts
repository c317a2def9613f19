import { LEGALS_PAST_AGE } from '../findings/deal-findings.js';
import type { FindingsQuestion } from '../findings/finding.js';
import { matchingDeals, type DealCriteria } from '../findings/record-finding.js';
import { awaitsPoa, allOf, inStages, hasShow } from '../metrics/catalogue/predicates.js';
import { ascending } from '../metrics/engine/order.js';
import type { RecordRef } from '../metrics/records/select-records.js';
import type { Day } from '../period/day.js';
import { stagesIn } from '../normalise/stages.js';
import { NO_DAY, type RecordSet } from '../record-set/record-set.js';
import { ageOf } from '../weighting/weight-of.js';

/**
 * Something to do today. `poa`, `intro`: a meeting today or in the six days after. `legals_past_age`: in Legals for
 * longer than its weight allows. `no_next_date`: POA booked, proposal or legals without a date ahead.
 */
export interface AgendaItem {
  readonly kind: 'poa' | 'intro' | 'legals_past_age' | 'no_next_date';
  /** Day of the meeting; null for the others. */
  readonly date: Day | null;
  /** Age of the deal in days, for those that wait; null for meetings. */
  readonly days: number | null;
  readonly ref: RecordRef;
}

/** Today and the six days after. */
const DAYS_AHEAD = 6;

interface Meetings {
  readonly kind: AgendaItem['kind'];
  readonly field: 'poa_date' | 'discovery_date';
  readonly where: DealCriteria['where'];
}

const MEETINGS: readonly Meetings[] = [
  { kind: 'poa', field: 'poa_date', where: awaitsPoa },
  // A first meeting that says neither show nor no-show is still to come.
  {
    kind: 'intro',
    field: 'discovery_date',
    where: allOf(inStages(stagesIn('before_poa')), hasShow(null)),
  },
];

const NO_NEXT_DATE: DealCriteria = {
  where: awaitsPoa,
  holds:
    ({ days }, { asOf }) =>
    (position) =>
      !isAhead(days.poa_date[position], asOf) && !isAhead(days.billing_start[position], asOf),
};

/**
 * What there is to do: meetings by date, those of a day by value; then deals that wait, by value. A deal waits once.
 *
 * @see docs/domain.md, section 4
 */
export function agenda(sets: readonly RecordSet[], question: FindingsQuestion): AgendaItem[] {
  const meetings = MEETINGS.flatMap((each) => meetingsOf(sets, each, question));
  const waiting = sets.flatMap((set, index) => waitingOf(set, index, question));
  return [
    ...meetings.sort((one, other) => one.date - other.date || byValue(sets)(one, other)),
    ...byValueDescending(sets, waiting),
  ];
}

function meetingsOf(
  sets: readonly RecordSet[],
  { kind, field, where }: Meetings,
  question: FindingsQuestion,
) {
  const criteria: DealCriteria = {
    where,
    window: ({ asOf }) => ({ field, from: asOf, to: asOf + DAYS_AHEAD }),
  };
  return sets.flatMap((set, index) =>
    Array.from(matchingDeals(set, criteria, question), (position) => ({
      kind,
      date: set.days[field][position] ?? NO_DAY,
      days: null,
      ref: { set: index, position },
    })),
  );
}

function waitingOf(set: RecordSet, index: number, question: FindingsQuestion): AgendaItem[] {
  const item =
    (kind: AgendaItem['kind']) =>
    (position: number): AgendaItem => ({
      kind,
      date: null,
      days: ageOf(dated(set.days.discovery_date[position]), question.asOf),
      ref: { set: index, position },
    });
  const late = matchingDeals(set, LEGALS_PAST_AGE, question);
  const isLate = new Set(late);
  const undated = matchingDeals(set, NO_NEXT_DATE, question).filter((position) => !isLate.has(position));
  return [...Array.from(late, item('legals_past_age')), ...Array.from(undated, item('no_next_date'))];
}

/** Largest deal value first, deals without value last; then in the order of the sheets. */
const byValue = (sets: readonly RecordSet[]) => (one: AgendaItem, other: AgendaItem) =>
  lowestFirst(sets, one) - lowestFirst(sets, other) ||
  one.ref.set - other.ref.set ||
  one.ref.position - other.ref.position;

/** The same order of a list that may be long. */
function byValueDescending(sets: readonly RecordSet[], items: readonly AgendaItem[]): AgendaItem[] {
  const asSheets = items.toSorted(
    (one, other) => one.ref.set - other.ref.set || one.ref.position - other.ref.position,
  );
  const keys = Float64Array.from(asSheets, (item) => lowestFirst(sets, item));
  return Array.from(ascending(keys), (at) => asSheets[at]).filter((item) => item !== undefined);
}

function lowestFirst(sets: readonly RecordSet[], { ref }: AgendaItem): number {
  const cents = sets[ref.set]?.cents.value[ref.position] ?? Number.NaN;
  return Number.isNaN(cents) ? Number.MAX_SAFE_INTEGER : -cents;
}

const dated = (day: Day | undefined): Day | null => (day === undefined || day === NO_DAY ? null : day);

const isAhead = (day: Day | undefined, asOf: Day) => (dated(day) ?? -Infinity) >= asOf;
