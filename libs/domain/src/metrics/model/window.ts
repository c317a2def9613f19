import type { Day } from '../../period/day.js';
import { type Period } from '../../period/period.js';
import { halfOf, presetOf, yearOf } from '../../period/presets.js';
import { type DateField, NO_DAY } from '../../record-set/record-set.js';
import type { Question } from './question.js';

/**
 * A range of one date column: which records a metric looks at.
 *
 * @see docs/domain.md, section 5
 */
export interface Window {
  readonly field: DateField;
  readonly from: Day;
  readonly to: Day;
}

const FIRST_DAY = -NO_DAY;
const LAST_DAY = NO_DAY - 1;

/** Every record, dated or not. */
export const EVERY_RECORD = {
  field: 'discovery_date',
  from: FIRST_DAY,
  to: NO_DAY,
} as const satisfies Window;

const WINDOWS = {
  any: () => EVERY_RECORD,
  /** "In": discovered in the period. */
  discovered: ({ period }) => ({ field: 'discovery_date', ...period }),
  discovered_in_half: ({ period: { to } }) => ({ field: 'discovery_date', from: halfOf(to).from, to }),
  billed: ({ period }) => ({ field: 'billing_start', ...period }),
  billed_this_month: ({ asOf }) => ({ field: 'billing_start', ...presetOf('month', asOf) }),
  billed_in_span: (question) => ({
    field: 'billing_start',
    from: revenueSpanOf(question).from,
    to: question.asOf,
  }),
  /** After today, up to the end of the revenue span. */
  billed_later: (question) => ({
    field: 'billing_start',
    from: question.asOf + 1,
    to: revenueSpanOf(question).to,
  }),
  upcoming_poa: ({ asOf }) => ({ field: 'poa_date', from: asOf + 1, to: LAST_DAY }),
  passed_poa: ({ asOf }) => ({ field: 'poa_date', from: FIRST_DAY, to: asOf }),
  without_discovery: () => ({ field: 'discovery_date', from: NO_DAY, to: NO_DAY }),
  without_billing: () => ({ field: 'billing_start', from: NO_DAY, to: NO_DAY }),
  without_poa: () => ({ field: 'poa_date', from: NO_DAY, to: NO_DAY }),
} as const satisfies Record<string, (question: Question) => Window>;

/** Name of a window. */
export type WindowName = keyof typeof WINDOWS;

/** The range of dates of a window for a question. */
export function windowOf(name: WindowName, question: Question): Window {
  return WINDOWS[name](question);
}

/** Days of a window, both included; null where it is open. */
export interface OpenPeriod {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** The days of a window, with null for its open ends. */
export function openPeriodOf({ from, to }: Period): OpenPeriod {
  return { from: from <= FIRST_DAY ? null : from, to: to >= LAST_DAY ? null : to };
}

/** The calendar year of today, or its half-year by a setting. */
export function revenueSpanOf({ asOf, revenueSpan }: Pick<Question, 'asOf' | 'revenueSpan'>): Period {
  return revenueSpan === 'half' ? halfOf(asOf) : yearOf(asOf);
}

/** The date by which records fall into a window, and into months. */
export function dateFieldOf(name: WindowName): DateField {
  if (name.startsWith('billed') || name === 'without_billing') return 'billing_start';
  return name === 'upcoming_poa' || name === 'passed_poa' || name === 'without_poa'
    ? 'poa_date'
    : 'discovery_date';
}
