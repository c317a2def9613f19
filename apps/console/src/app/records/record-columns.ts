import type { DealRecord } from '@app/contracts';

/** A field of a record that a list can show. */
export type RecordField =
  | 'client'
  | 'stage'
  | 'owner'
  | 'discovery_date'
  | 'billing_start'
  | 'poa_date'
  | 'expected_arr'
  | 'expected_mrr'
  | 'pipeline'
  | 'weighted'
  | 'value'
  | 'view_name';

const DATES: readonly RecordField[] = ['discovery_date', 'billing_start', 'poa_date'];
const AMOUNTS: readonly RecordField[] = ['expected_arr', 'expected_mrr', 'pipeline', 'weighted', 'value'];

export const isDate = (field: RecordField): boolean => DATES.includes(field);
export const isAmount = (field: RecordField): boolean => AMOUNTS.includes(field);

/** The amount of a record in a field, null where it has none. */
export function amountOf(record: DealRecord, field: RecordField): number | null {
  const value = record[field];
  return typeof value === 'number' ? value : null;
}

/** The text of a record in a field, null where it has none. */
export function textOf(record: DealRecord, field: RecordField): string | null {
  const value = record[field];
  return typeof value === 'string' && value !== '' ? value : null;
}
