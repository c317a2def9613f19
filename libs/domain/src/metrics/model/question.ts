import type { Day } from '../../period/day.js';
import type { Period } from '../../period/period.js';
import type { RevenueSpan } from '../../settings/revenue-span.js';
import type { WeightTable } from '../../weighting/weight-table.js';

/** What records can be filtered by: see {@link Filters}. */
export const FILTER_FIELDS = [
  'owner',
  'bdr',
  'source_group',
  'stage',
  'product',
  'type_of_deal',
  'relevance',
] as const;

/** A field that records can be filtered by. */
export type FilterField = (typeof FILTER_FIELDS)[number];

/**
 * Which records count. Several values of one field widen, several fields narrow; a field without values does not
 * filter. Values match folded; `""` is unassigned; `other` is an unknown stage, type, source or relevance.
 *
 * @see docs/domain.md, section 5
 */
export type Filters = Partial<Record<FilterField, readonly string[]>>;

/** All that a number depends on beside the records and the targets. */
export interface Question {
  readonly period: Period;
  /** The day that counts as today. */
  readonly asOf: Day;
  readonly filters: Filters;
  readonly weights: WeightTable;
  readonly revenueSpan: RevenueSpan;
}

/** Whether any record filter is set: then there is no target. */
export function isFiltered(filters: Filters): boolean {
  return FILTER_FIELDS.some((field) => (filters[field]?.length ?? 0) > 0);
}
