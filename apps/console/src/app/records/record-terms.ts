import type { RecordColumn } from './record-columns';

/** Columns whose heads stand for a word of the definitions, by its id there. */
const TERMS: Partial<Record<RecordColumn, string>> = {
  view_name: 'view',
  owner: 'ae',
  bdr: 'bdr',
  show_noshow: 'attended',
  discovery_date: 'intro',
  poa_date: 'poa',
  expected_arr: 'arr',
  expected_mrr: 'arr',
  pipeline: 'pipe',
  value: 'deal-value',
  age: 'age',
  weight: 'weighted',
  reason: 'weighted',
  weighted: 'weighted',
};

/** What the head of a column stands for; null where no word of the definitions says it. */
export const termOf = (column: RecordColumn): string | null => TERMS[column] ?? null;
