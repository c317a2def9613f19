import { DEAL_FIELDS, type DealField } from '../deal/sheet-columns.js';
import { cleanCell } from './sheet-column.js';

/** The columns of a sheet, as its header names them. */
export interface Header {
  /** Its row in the sheet; the first line is 1. */
  readonly row: number;
  /** How many cells it has. */
  readonly width: number;
  /** Position of each column the sheet has. */
  readonly positions: ReadonlyMap<DealField, number>;
  /** Headers that match no column, or repeat one, as they were written. */
  readonly unknown: readonly string[];
  /** Headers that repeat a column; the first of two wins. */
  readonly repeated: readonly { readonly field: DealField; readonly header: string }[];
}

const FIELDS = new Map<string, DealField>([
  ...DEAL_FIELDS.map((field) => [field, field] as const),
  ['show_nowshow', 'show_noshow'],
]);

/**
 * Finds the columns of a sheet in its header.
 *
 * @param cells the first line with text
 * @param row its row in the sheet
 * @see docs/domain.md, section 9
 */
export function readHeader(cells: readonly string[], row: number): Header {
  const positions = new Map<DealField, number>();
  const unknown: string[] = [];
  const repeated: { field: DealField; header: string }[] = [];
  for (const [at, cell] of cells.entries()) {
    const header = cleanCell(cell);
    const field = FIELDS.get(headerName(header));
    if (field !== undefined && !positions.has(field)) positions.set(field, at);
    else if (header !== '') unknown.push(header);
    if (field !== undefined && positions.get(field) !== at) repeated.push({ field, header });
  }
  return { row, width: cells.length, positions, unknown, repeated };
}

/** A header as it is compared: without accents, in lower case, one `_` for each run of anything but letters and digits. */
function headerName(header: string): string {
  return header
    .trim()
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
}
