import { type DealField, SHEET_COLUMNS } from '../deal/sheet-columns.js';
import { headerKey, headerName } from './header-name.js';
import type { ColumnMapping } from './sheet.js';
import { cleanCell } from './sheet-column.js';

const KNOWN = new Map<string, DealField>(
  SHEET_COLUMNS.flatMap((column) =>
    [column.field, column.label, ...column.alsoCalled].map(
      (name) => [headerName(name), column.field] as const,
    ),
  ),
);

/** The column that a header names, in whatever spelling; null when it names none. */
export const fieldOfHeader = (header: string): DealField | null =>
  KNOWN.get(headerName(cleanCell(header))) ?? null;

/** What headers stand for: what people said of some of them, and the names that everybody knows. */
export class HeaderNames {
  readonly #told: ReadonlyMap<string, DealField | null>;

  /** @param told what people said; it wins over what a header says itself */
  constructor(told: ColumnMapping = {}) {
    const keyed = Object.entries(told).map(
      ([header, field]) => [headerKey(cleanCell(header)), field] as const,
    );
    this.#told = new Map(keyed.filter(([key]) => key !== ''));
  }

  /** The column that people said a header is, null for one to be left out; undefined when they said nothing. */
  told(header: string): DealField | null | undefined {
    return this.#told.size === 0 ? undefined : this.#told.get(headerKey(cleanCell(header)));
  }

  /** The column that a header stands for; null for none. */
  fieldOf(header: string): DealField | null {
    const told = this.told(header);
    return told === undefined ? fieldOfHeader(header) : told;
  }
}
