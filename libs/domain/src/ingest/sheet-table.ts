import type { DealField } from '../deal.js';
import {
  DATE_COLUMNS,
  type DateColumn,
  MONEY_COLUMNS,
  type MoneyColumn,
  type TextColumn,
} from '../normalise/index.js';
import { DistinctTexts } from './distinct-texts.js';
import type { Header } from './header.js';
import type { RawColumn } from './sheet-column.js';
import { cleanCell } from './sheet-column.js';
import { hasText } from './sheet-lines.js';

/** The cells of a sheet below its header, column by column, as they were written. */
export class SheetTable {
  /** Row of the sheet of each row with text. */
  readonly rowNumbers: number[] = [];
  /** In the order of the sheet. */
  readonly columns: readonly RawColumn[];
  readonly #positions: readonly number[];

  constructor(header: Header) {
    this.columns = [...header.positions.keys()].map((field) => ({ field, cells: new DistinctTexts() }));
    this.#positions = [...header.positions.values()];
  }

  /**
   * Adds a line; one without text is no row.
   *
   * @param cells its cells; missing ones are empty, surplus ones ignored
   * @param count how many cells it has
   * @param row where it stands
   */
  add(cells: readonly string[], count: number, row: number): void {
    if (!hasText(cells, count)) return;
    this.rowNumbers.push(row);
    for (const [at, column] of this.columns.entries()) {
      const position = this.#positions[at] ?? count;
      column.cells.add(position < count ? (cells[position] ?? '') : '');
    }
  }

  /** The rows that have a client, by their place in {@link rowNumbers}. */
  rowsWithClient(): number[] {
    const clients = this.columns.find(({ field }) => field === 'client');
    const isClient = clients?.cells.texts.map((text) => cleanCell(text) !== '') ?? [];
    return [...this.rowNumbers.keys()].filter(
      (at) => clients !== undefined && isClient[clients.cells.at(at)],
    );
  }

  /** The columns of dates. */
  dateColumns(): RawColumn<DateColumn>[] {
    return this.columns.filter((column): column is RawColumn<DateColumn> => DATES.has(column.field));
  }

  /** The columns of amounts. */
  moneyColumns(): RawColumn<MoneyColumn>[] {
    return this.columns.filter((column): column is RawColumn<MoneyColumn> => AMOUNTS.has(column.field));
  }

  /** The columns of text. */
  textColumns(): RawColumn<TextColumn>[] {
    return this.columns.filter((column): column is RawColumn<TextColumn> => isText(column.field));
  }
}

const DATES = new Set<DealField>(DATE_COLUMNS);
const AMOUNTS = new Set<DealField>(MONEY_COLUMNS);
const isText = (field: DealField) => !DATES.has(field) && !AMOUNTS.has(field);
