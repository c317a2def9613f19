/** Columns that records can be sorted by. */
export const SORT_FIELDS = [
  'discovery_date',
  'client',
  'stage',
  'relevance',
  'show_noshow',
  'poa_date',
  'expected_mrr',
  'expected_arr',
  'pipeline',
  'type_of_deal',
  'bdr',
  'type_of_source',
  'source_group',
  'product',
  'owner',
  'billing_start',
  'value',
  'age',
  'weight',
  'weighted',
] as const;

/** A column that records can be sorted by. */
export type SortField = (typeof SORT_FIELDS)[number];

/** An order of records: absent values last in both directions, ties by position. */
export interface Sort {
  readonly by: SortField;
  readonly descending: boolean;
}
