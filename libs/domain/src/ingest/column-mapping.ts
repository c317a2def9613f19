import { DEAL_FIELDS, type DealField } from '../deal/sheet-columns.js';
import { headerKey } from './header-name.js';
import type { ColumnMapping } from './sheet.js';
import { cleanCell } from './sheet-column.js';

/** Headers that a mapping names at most. */
export const MOST_MAPPED = 500;
const LONGEST_HEADER = 500;

/**
 * What is wrong with what somebody said headers stand for; null when nothing is. No column is named for two headers:
 * only one of them could be read.
 */
export function faultOfMapping(mapping: unknown): string | null {
  if (typeof mapping !== 'object' || mapping === null || Array.isArray(mapping))
    return 'must be an object of headers, such as { "Account": "client", "Region": null }.';
  const entries = Object.entries(mapping as Record<string, unknown>);
  if (entries.length > MOST_MAPPED) return `names more than ${MOST_MAPPED} headers.`;
  const headers = new Map<DealField, string>();
  const known = new Set<string>();
  for (const [header, field] of entries) {
    const fault = faultOfHeader(header) ?? faultOfField(header, field);
    if (fault !== null) return fault;
    const key = keyOf(header);
    if (known.has(key)) return `names ${quoted(header)} twice: spellings of one header count as one.`;
    known.add(key);
    if (typeof field !== 'string') continue;
    const other = headers.get(field as DealField);
    if (other !== undefined)
      return `names ${quoted(other)} and ${quoted(header)} for ${field}: one header for each column.`;
    headers.set(field as DealField, header);
  }
  return null;
}

/** A mapping by headers as they are compared. */
export const foldMapping = (mapping: ColumnMapping): ColumnMapping =>
  Object.fromEntries(Object.entries(mapping).map(([header, field]) => [keyOf(header), field] as const));

const keyOf = (header: string) => headerKey(cleanCell(header));

function faultOfHeader(header: string): string | null {
  if (header.length > LONGEST_HEADER) return `names a header of more than ${LONGEST_HEADER} characters.`;
  return keyOf(header) === '' ? `names the header ${quoted(header)}, which has no letter or digit.` : null;
}

const faultOfField = (header: string, field: unknown) =>
  field === null || DEAL_FIELDS.some((each) => each === field)
    ? null
    : `gives ${quoted(header)} a column that does not exist: one of ${DEAL_FIELDS.join(', ')}, or null to leave it out.`;

const quoted = (header: string) => `"${header.slice(0, 80)}"`;
