import type { Day } from '../period/day.js';
import {
  type DateColumn,
  type DateOrder,
  dayIn,
  orderProved,
  readDate,
  type WrittenDate,
} from '../normalise/index.js';
import { majority, type Vote } from './majority.js';
import type { FindingCode } from './sheet.js';
import { cleanCell, findingsAbout, type RawColumn, type SheetColumn } from './sheet-column.js';

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
  columns: readonly RawColumn<DateColumn>[],
  voters: readonly number[],
  defaultOrder: DateOrder,
): SheetDateColumn[] {
  const written = columns.map(({ cells }) => cells.texts.map(readCell));
  const votes = columns.map(({ cells }, at) => voteOf(cells, voters, written[at] ?? []));
  const common = agreed(votes);
  return columns.map((column, at) => {
    const vote = votes[at];
    const order = vote?.winner ?? (vote?.isSettled ? null : common) ?? defaultOrder;
    return readInOrder(column, written[at] ?? [], order);
  });
}

/* Undefined for a cell without text, null for one that is no date. */
type Reading = WrittenDate | null | undefined;

function readCell(text: string): Reading {
  const cleaned = cleanCell(text);
  return cleaned === '' ? undefined : readDate(cleaned);
}

function voteOf(
  cells: RawColumn['cells'],
  voters: readonly number[],
  written: readonly Reading[],
): Vote<DateOrder> {
  const proved = written.map((date) => (date ? orderProved(date) : null));
  return majority<DateOrder>(cells, voters, proved, ['day_first', 'month_first']);
}

function agreed(votes: readonly Vote<DateOrder>[]): DateOrder | null {
  const winners = new Set(votes.map((vote) => vote.winner).filter((winner) => winner !== null));
  return winners.size === 1 ? ([...winners][0] ?? null) : null;
}

function readInOrder(
  { field, cells }: RawColumn<DateColumn>,
  written: readonly Reading[],
  order: DateOrder,
): SheetDateColumn {
  const values = written.map((date) => (date ? dayIn(date, order) : null));
  return { field, cells, order, values, findings: findingsAbout(cells, (at) => faultOf(written[at], order)) };
}

function faultOf(date: Reading, order: DateOrder): FindingCode | null {
  if (date === null) return 'unreadable_date';
  return date?.[order] === null ? 'date_against_column' : null;
}
