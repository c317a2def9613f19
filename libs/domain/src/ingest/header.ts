import type { DealField } from '../deal/sheet-columns.js';
import { headerName } from './header-name.js';
import { HeaderNames } from './header-names.js';
import { cleanCell } from './sheet-column.js';

/** The columns of a sheet, as its header names them. */
export interface Header {
  /** Its row in the sheet; the first line is 1. */
  readonly row: number;
  /** Its cells, as headers are compared. */
  readonly names: readonly string[];
  /** Its cells, as they were written but for what shows nothing. */
  readonly written: readonly string[];
  /** What headers stand for in this sheet. */
  readonly known: HeaderNames;
  /** Position of each column the sheet has. */
  readonly positions: ReadonlyMap<DealField, number>;
  /** Headers that match no column, or repeat one, as they were written. */
  readonly unknown: readonly string[];
  /** Headers that repeat a column; the first of two wins. */
  readonly repeated: readonly { readonly field: DealField; readonly header: string }[];
}

/**
 * Finds the columns of a sheet in its header. What people said of a header wins over what it says itself.
 *
 * @param cells the texts of a line
 * @param row its row in the sheet
 * @param known what headers stand for
 * @see docs/domain.md, section 9
 */
export function readHeader(cells: readonly string[], row: number, known: HeaderNames): Header {
  const written = cells.map(cleanCell);
  const found = columnsOf(written, known);
  const taken = new Set(found.values());
  const unknown: string[] = [];
  const repeated: { field: DealField; header: string }[] = [];
  for (const [at, header] of written.entries()) {
    if (taken.has(at) || header === '') continue;
    const field = known.fieldOf(header);
    if (field !== null) repeated.push({ field, header });
    if (field !== null || known.told(header) === undefined) unknown.push(header);
  }
  return { row, names: written.map(headerName), written, known, positions: found, unknown, repeated };
}

/* In the order of the sheet. */
function columnsOf(written: readonly string[], known: HeaderNames): Map<DealField, number> {
  const found = new Map<DealField, number>();
  const take = (fieldOf: (header: string) => DealField | null | undefined) => {
    for (const [at, header] of written.entries()) {
      const field = fieldOf(header);
      if (field && !found.has(field)) found.set(field, at);
    }
  };
  take((header) => known.told(header));
  take((header) => known.fieldOf(header));
  return new Map([...found].sort(([, one], [, other]) => one - other));
}

/**
 * Whether a row repeats the header: each of its cells with text names its own column, Client and another one among
 * them.
 *
 * @param cells the texts of the row
 * @see docs/domain.md, section 9
 */
export function repeatsHeader(cells: readonly string[], { names, positions, known }: Header): boolean {
  const fields = new Map([...positions].map(([field, at]) => [at, field]));
  const written = [...cells.entries()].slice(0, names.length).filter(([, cell]) => cleanCell(cell) !== '');
  const isOwn = ([at, cell]: [number, string]) =>
    headerName(cleanCell(cell)) === names[at] || (fields.has(at) && known.fieldOf(cell) === fields.get(at));
  return written.length > 1 && written.some(([at]) => fields.get(at) === 'client') && written.every(isOwn);
}
