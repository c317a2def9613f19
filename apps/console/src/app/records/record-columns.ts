import type { DealRecord } from '@app/contracts';
import type { RecordField as ListedField } from '@app/domain/screens';

/** A field of a record that a list can show: those that screens name, and on a master the view of each. */
export type RecordField = Exclude<ListedField, 'reason'> | 'view_name';

/** A column of a list: a field, or a text that the page computes (`reason`). */
export type RecordColumn = RecordField | 'reason';

const DATES: readonly RecordColumn[] = ['discovery_date', 'billing_start', 'poa_date'];
const AMOUNTS: readonly RecordColumn[] = ['expected_arr', 'expected_mrr', 'pipeline', 'weighted', 'value'];
const FIGURES: readonly RecordColumn[] = ['weight', 'age'];

export const isDate = (field: RecordColumn): boolean => DATES.includes(field);
export const isAmount = (field: RecordColumn): boolean => AMOUNTS.includes(field);
/** Numbers are aligned right. */
export const isNumber = (field: RecordColumn): boolean => isAmount(field) || FIGURES.includes(field);
/** The server sorts by fields of a deal: neither by the view of a record nor by a text of the page. */
export const canSort = (field: RecordColumn): boolean => field !== 'view_name' && field !== 'reason';

/** What a reader can choose for any list, beside the client. */
const OFFERED_COLUMNS: readonly RecordColumn[] = [
  'stage',
  'owner',
  'bdr',
  'source_group',
  'type_of_source',
  'type_of_deal',
  'product',
  'relevance',
  'show_noshow',
  'discovery_date',
  'poa_date',
  'billing_start',
  'age',
  'expected_arr',
  'expected_mrr',
  'pipeline',
  'value',
  'weight',
  'weighted',
];

/**
 * The same, and what a list has of its own, such as why a deal weighs what it weighs.
 *
 * @param own the columns of the list
 */
export const offeredFor = (own: readonly RecordColumn[]): RecordColumn[] => [
  ...new Set([...OFFERED_COLUMNS, ...own]),
];

/** The columns among some ids that a list can have beside the client. */
export const recordColumnsOf = (ids: readonly string[]): RecordColumn[] => ids.filter(isRecordColumn);

const isRecordColumn = (text: string): text is RecordColumn =>
  text === 'reason' || OFFERED_COLUMNS.some((column) => column === text);

/** The number of a record in a field, null where it has none. */
export function numberOf(record: DealRecord, field: RecordField): number | null {
  const value = record[field];
  return typeof value === 'number' ? value : null;
}

/** The text of a record in a field, null where it has none. */
export function textOf(record: DealRecord, field: RecordField): string | null {
  const value = record[field];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The link of a record, when a browser may follow it. */
export function linkOf({ hubspot_link }: DealRecord): string | null {
  return hubspot_link && /^https?:\/\//i.test(hubspot_link) ? hubspot_link : null;
}
