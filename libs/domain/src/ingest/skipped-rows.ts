import type { SheetRow } from './sheet.js';
import { totalRows } from './total-rows.js';

/** Why a row is no deal. */
export type SkipCode = 'no_client' | 'repeated_header' | 'total_row';

/**
 * Which rows of a sheet are no deals, and why, in the order of the sheet.
 *
 * @param rows every row
 * @param repeatedHeaders places of the rows that repeat the header
 * @see docs/domain.md, section 9
 */
export function skippedRows(
  rows: readonly SheetRow[],
  repeatedHeaders: ReadonlySet<number>,
): Map<number, SkipCode> {
  const totals = totalRows(rows, (at) => repeatedHeaders.has(at));
  const skipped = new Map<number, SkipCode>();
  for (let at = 0; at < rows.length; at++) {
    if (rows[at]?.client === '') skipped.set(at, 'no_client');
    else if (repeatedHeaders.has(at)) skipped.set(at, 'repeated_header');
    else if (totals.has(at)) skipped.set(at, 'total_row');
  }
  return skipped;
}
