import { type DealField, SHEET_COLUMNS } from '../deal/sheet-columns.js';
import { cleanCell } from './sheet-column.js';

/** The columns of a sheet, as its header names them. */
export interface Header {
  /** Its row in the sheet; the first line is 1. */
  readonly row: number;
  /** Its cells, as headers are compared. */
  readonly names: readonly string[];
  /** Position of each column the sheet has. */
  readonly positions: ReadonlyMap<DealField, number>;
  /** Headers that match no column, or repeat one, as they were written. */
  readonly unknown: readonly string[];
  /** Headers that repeat a column; the first of two wins. */
  readonly repeated: readonly { readonly field: DealField; readonly header: string }[];
}

const FIELDS = new Map<string, DealField>(
  SHEET_COLUMNS.flatMap((column) =>
    [column.field, column.label, ...column.alsoCalled].map(
      (name) => [headerName(name), column.field] as const,
    ),
  ),
);

/** The column that a header names, in whatever spelling; null when it names none. */
export const fieldOfHeader = (header: string): DealField | null =>
  FIELDS.get(headerName(cleanCell(header))) ?? null;

/**
 * Finds the columns of a sheet in its header.
 *
 * @param cells the texts of a line
 * @param row its row in the sheet
 * @see docs/domain.md, section 9
 */
export function readHeader(cells: readonly string[], row: number): Header {
  const positions = new Map<DealField, number>();
  const unknown: string[] = [];
  const repeated: { field: DealField; header: string }[] = [];
  for (const [at, cell] of cells.entries()) {
    const header = cleanCell(cell);
    const field = fieldOfHeader(header);
    if (field !== null && !positions.has(field)) positions.set(field, at);
    else if (header !== '') unknown.push(header);
    if (field !== null && positions.get(field) !== at) repeated.push({ field, header });
  }
  return { row, names: cells.map((cell) => headerName(cleanCell(cell))), positions, unknown, repeated };
}

/**
 * How many columns the best header among lines knows; 0 when none knows Client and another column.
 *
 * @param lines texts of the first lines of a sheet
 * @see docs/domain.md, section 9
 */
export function knownColumns(lines: readonly (readonly string[])[]): number {
  const headers = lines.map((cells, at) => readHeader(cells, at + 1).positions);
  const header = headers.find((positions) => positions.has('client') && positions.size > 1);
  return header?.size ?? 0;
}

/**
 * Whether a row repeats the header: each of its cells with text names its own column, Client and another one among
 * them.
 *
 * @param cells the texts of the row
 * @see docs/domain.md, section 9
 */
export function repeatsHeader(cells: readonly string[], { names, positions }: Header): boolean {
  const fields = new Map([...positions].map(([field, at]) => [at, field]));
  const written = [...cells.entries()].slice(0, names.length).filter(([, cell]) => cleanCell(cell) !== '');
  const isOwn = ([at, cell]: [number, string]) =>
    headerName(cleanCell(cell)) === names[at] || (fields.has(at) && fieldOfHeader(cell) === fields.get(at));
  return written.length > 1 && written.some(([at]) => fields.get(at) === 'client') && written.every(isOwn);
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
