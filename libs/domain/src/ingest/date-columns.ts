import type { DateColumn } from '../deal/sheet-columns.js';
import type { Day } from '../period/day.js';
import { type DateOrder, dayIn, orderProved, readDate, type WrittenDate } from '../normalise/index.js';
import type { Cells } from './cells.js';
import { majority, type Vote } from './majority.js';
import type { ImportFinding, ImportFindingCode, ReadSheetOptions } from './sheet.js';
import { cleanCell, faultsOf, rowFinding, type SheetColumn } from './sheet-column.js';
import { isSpreadsheetError } from './spreadsheet-error.js';

/** A column of dates, read, and the order it was read in. */
export interface SheetDateColumn extends SheetColumn<Day | null> {
  readonly field: DateColumn;
  readonly order: DateOrder;
  /** Whether any of its dates is another day, or none, in the other order. */
  readonly isOrdered: boolean;
}

/**
 * Reads the date columns of a sheet, each in the order most of the dates prove that settle it; a column that settles
 * nothing follows the others when those that settle agree; else, and on a draw, the last import decides. An order that
 * people said counts for every column; what can be read in the other order only is still read in that one.
 *
 * @param columns their cells
 * @param voters rows with a client
 * @param options the order that people said, that at the last import, and where there was none
 * @see docs/domain.md, section 9
 */
export function readDateColumns(
  columns: ReadonlyMap<DateColumn, Cells>,
  voters: readonly number[],
  { dateOrder, lastDateOrders = {}, toldDateOrder }: DateOptions,
): SheetDateColumn[] {
  const read = [...columns].map(([field, cells]) => votingColumn(field, cells, voters));
  const common = agreed(read.map(({ vote }) => vote));
  return read.map((column) => {
    const followed = column.vote.isSettled ? null : common;
    const usual = lastDateOrders[column.field] ?? dateOrder;
    return readInOrder(column, toldDateOrder ?? column.vote.winner ?? followed ?? usual);
  });
}

type DateOptions = Pick<ReadSheetOptions, 'dateOrder' | 'lastDateOrders' | 'toldDateOrder'>;
type LastOrders = Pick<ReadSheetOptions, 'lastDateOrders' | 'lastUnorderedDates'>;

/**
 * Findings about columns that are read in another order than at the last import. One whose dates all say by themselves
 * what is day and what is month, or that is empty, is read in none, now as at the last import.
 *
 * @param columns date columns, read
 * @param options the order at the last import of each column that it had, and which it read in none
 */
export const orderFindings = (
  columns: readonly SheetDateColumn[],
  { lastDateOrders = {}, lastUnorderedDates = [] }: LastOrders,
): ImportFinding[] =>
  columns
    .filter(({ field, isOrdered }) => isOrdered && !lastUnorderedDates.includes(field))
    .filter(({ field, order }) => (lastDateOrders[field] ?? order) !== order)
    .map(({ field, order }) => ({
      ...rowFinding('date_order_turned', null, ORDER_NAMES[order]),
      column: field,
    }));

const ORDER_NAMES: Readonly<Record<DateOrder, string>> = {
  day_first: 'with the day first',
  month_first: 'with the month first',
};

/* Undefined for a cell without text, null for one that is no date, `error` for an error of a spreadsheet. */
type Reading = WrittenDate | null | undefined | 'error';

function readCell(text: string): Reading {
  const cleaned = cleanCell(text);
  if (cleaned === '') return undefined;
  return readDate(cleaned) ?? (isSpreadsheetError(cleaned) ? 'error' : null);
}

interface VotingColumn {
  readonly field: DateColumn;
  readonly cells: Cells;
  readonly written: readonly Reading[];
  readonly vote: Vote<DateOrder>;
}

function votingColumn(field: DateColumn, cells: Cells, voters: readonly number[]): VotingColumn {
  const written = cells.mapTexts(readCell);
  const proved = written.map((date) => (isDate(date) ? orderProved(date) : null));
  return {
    field,
    cells,
    written,
    vote: majority<DateOrder>(cells, voters, proved, ['day_first', 'month_first']),
  };
}

function agreed(votes: readonly Vote<DateOrder>[]): DateOrder | null {
  const winners = new Set(votes.map((vote) => vote.winner).filter((winner) => winner !== null));
  return winners.size === 1 ? ([...winners][0] ?? null) : null;
}

function readInOrder({ field, cells, written }: VotingColumn, order: DateOrder): SheetDateColumn {
  const values = written.map((date) => (isDate(date) ? dayIn(date, order) : null));
  const isOrdered = written.some((date) => isDate(date) && date.day_first !== date.month_first);
  const faults = faultsOf(cells, (at) => faultOf(written[at], order));
  return { field, cells, order, isOrdered, values, faults };
}

function faultOf(date: Reading, order: DateOrder): ImportFindingCode | null {
  if (date === 'error') return 'spreadsheet_error';
  if (date === null) return 'unreadable_date';
  return date?.[order] === null ? 'date_against_column' : null;
}

const isDate = (date: Reading): date is WrittenDate => typeof date === 'object' && date !== null;
