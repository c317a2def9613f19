import type { RecordSet } from '../record-set/record-set.js';
import type { Asked, Filters } from './asked.js';

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

/** Which records of the whole dataset, in which order. */
export interface Selection {
  readonly filters: Filters;
  /** Text that the client's name contains, folded; empty for all. */
  readonly search: string;
  /** Null for the order of the dataset. */
  readonly sort: Sort | null;
}

/** A record by its set and its position there: what a list over several sets is made of. */
export interface RecordRef {
  /** Index of the set in the list that was passed in. */
  readonly set: number;
  readonly position: number;
}

/** Positions of the records that a selection names, in its order. */
export function selectRecords(
  set: RecordSet,
  selection: Selection,
  asked: Pick<Asked, 'asOf' | 'weights'>,
): Uint32Array {
  throw new Error(`not computed: ${set.size} ${selection.search} ${asked.asOf}`);
}

/** Positions (of {@link recordsBehind} or {@link selectRecords}) of several sets as one list in one order. */
export function sortRecords(
  sets: readonly RecordSet[],
  positions: readonly Uint32Array[],
  sort: Sort | null,
  asked: Pick<Asked, 'asOf' | 'weights'>,
): RecordRef[] {
  throw new Error(`not computed: ${sets.length} ${positions.length} ${sort === null} ${asked.asOf}`);
}
