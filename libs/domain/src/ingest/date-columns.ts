import type { DateColumn } from '../deal/sheet-columns.js';
import type { Day } from '../period/day.js';
import { type DateOrder, dayIn, orderProved, readDate, type WrittenDate } from '../normalise/index.js';
import type { Cells } from './cells.js';
import { majority, type Vote } from './majority.js';
import type { ImportFindingCode } from './sheet.js';
import { cleanCell, findingsAbout, type SheetColumn } from './sheet-column.js';

/** A column of dates, read, and the order it was read in. */
export interface SheetDateColumn extends SheetColumn<Day | null> {
  readonly field: DateColumn;
  readonly order: DateOrder;
}

/**
 * Reads the date columns of a sheet, each in the order most of the dates prove that settle it; a column that settles
 * nothing follows the others when those that settle agree.
 *
 * @param columns their cells
 * @param voters rows with a client
 * @param defaultOrder for a draw, and where nothing settles the order
 * @see docs/domain.md, section 9
 */
export function readDateColumns(
  columns: ReadonlyMap<DateColumn, Cells>,
  voters: readonly number[],
  defaultOrder: DateOrder,
): SheetDateColumn[] {
  const read = [...columns].map(([field, cells]) => votingColumn(field, cells, voters));
  const common = agreed(read.map(({ vote }) => vote));
  return read.map((column) => {
    const followed = column.vote.isSettled ? null : common;
    return readInOrder(column, column.vote.winner ?? followed ?? defaultOrder);
  });
}

/* Undefined for a cell without text, null for one that is no date. */
type Reading = WrittenDate | null | undefined;

function readCell(text: string): Reading {
  const cleaned = cleanCell(text);
  return cleaned === '' ? undefined : readDate(cleaned);
}

interface VotingColumn {
  readonly field: DateColumn;
  readonly cells: Cells;
  readonly written: readonly Reading[];
  readonly vote: Vote<DateOrder>;
}

function votingColumn(field: DateColumn, cells: Cells, voters: readonly number[]): VotingColumn {
  const written = cells.mapTexts(readCell);
  const proved = written.map((date) => (date ? orderProved(date) : null));
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
  const values = written.map((date) => (date ? dayIn(date, order) : null));
  return { field, cells, order, values, findings: findingsAbout(cells, (at) => faultOf(written[at], order)) };
}

function faultOf(date: Reading, order: DateOrder): ImportFindingCode | null {
  if (date === null) return 'unreadable_date';
  return date?.[order] === null ? 'date_against_column' : null;
}
