import {
  type ColumnMapping,
  DATE_ORDERS,
  type DateOrder,
  DEAL_FIELDS,
  SEPARATOR_NAMES,
  type SeparatorName,
  SINGLE_BYTE_ENCODINGS,
  type SingleByteEncoding,
} from '@app/domain';
import { dateOf } from '../database/newest-document.js';

/** How the sheets of a view are read; null is found in each file. */
export interface StoredReading {
  readonly encoding: SingleByteEncoding | null;
  readonly separator: SeparatorName | null;
  readonly dateOrder: DateOrder | null;
  /** By headers as they are compared. */
  readonly columns: ColumnMapping;
  readonly changedBy: string | null;
  readonly changedAt: Date | null;
}

/** Nobody said anything. */
export const NO_READING: StoredReading = {
  encoding: null,
  separator: null,
  dateOrder: null,
  columns: {},
  changedBy: null,
  changedAt: null,
};

/** What a view's document says of reading: any software may have written it, and what is not understood counts for nothing. */
export function toReading(reading: unknown, mapping: unknown): StoredReading {
  const { encoding, separator, date_order, changed_by, changed_at } = objectOf(reading);
  return {
    encoding: oneOf(SINGLE_BYTE_ENCODINGS, encoding),
    separator: oneOf(SEPARATOR_NAMES, separator),
    dateOrder: oneOf(DATE_ORDERS, date_order),
    columns: Object.fromEntries(Object.entries(objectOf(mapping)).flatMap(knownEntry)),
    changedBy: typeof changed_by === 'string' ? changed_by : null,
    changedAt: dateOf(changed_at),
  };
}

/** As `reading` of a view's document has it; `column_mapping` stands beside it. */
export const fromReading = ({ encoding, separator, dateOrder, changedBy, changedAt }: StoredReading) => ({
  encoding,
  separator,
  date_order: dateOrder,
  changed_by: changedBy,
  changed_at: changedAt,
});

function knownEntry([header, field]: [string, unknown]): [string, ColumnMapping[string]][] {
  if (field === null) return [[header, null]];
  const known = oneOf(DEAL_FIELDS, field);
  return known === null ? [] : [[header, known]];
}

const oneOf = <Word>(words: readonly Word[], value: unknown): Word | null =>
  words.find((word) => word === value) ?? null;

const objectOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
