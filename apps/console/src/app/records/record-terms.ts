import type { RecordColumn } from './record-columns';

/** Columns whose heads stand for a word of the definitions, by its id there. */
const TERMS: Partial<Record<RecordColumn, string>> = {
  view_name: 'view',
  owner: 'ae',
  bdr: 'bdr',
  stage: 'stage',
  source_group: 'source',
  type_of_source: 'source',
  type_of_deal: 'type',
  product: 'product',
  relevance: 'relevance',
  show_noshow: 'attended',
  discovery_date: 'intro',
  poa_date: 'poa',
  billing_start: 'billing-start',
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
