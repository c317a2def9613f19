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

/** Whether any record filter is set: then there is no target. */
export function isFiltered(filters: Filters): boolean {
  return FILTER_FIELDS.some((field) => (filters[field]?.length ?? 0) > 0);
}
