import { readAmount, readDate } from '../normalise/index.js';
import { proposeColumns } from './column-proposals.js';
import type { Header } from './header.js';

/**
 * How much a line looks like a header beside other lines, and lines cut by other separators; the more the better: by
 * the columns that it knows, then those that it may know, then, where none says anything, as several cells above lines
 * with as many.
 *
 * @param line the line
 * @param lines the first lines of the sheet, cut by the same separator, this one among them
 * @see docs/domain.md, section 9
 */
export const headerLikeness = (line: Header, lines: readonly Header[]): number =>
  (line.positions.size * MANY + proposeColumns(line).length) * MANY + linesAlike(line, lines);

/** More than there are columns, or first lines. */
const MANY = 100;

/* A title has one cell with text. */
function linesAlike({ row, written }: Header, lines: readonly Header[]): number {
  if (written.filter((cell) => cell !== '').length < 2) return 0;
  return lines.filter((other) => other.row >= row && other.written.length === written.length).length;
}

/**
 * Whether a line is a deal and no header, whatever its values are called: it has a link, or several dates or amounts.
 * One may stand in a header or a title: a year, the day of an export. A line that knows Client is a header.
 */
export const isDeal = ({ written, positions }: Header): boolean =>
  !positions.has('client') &&
  (written.some((cell) => ADDRESS.test(cell)) || written.filter(isDateOrAmount).length > 1);

const ADDRESS = /^https?:\/\//i;

const isDateOrAmount = (cell: string) =>
  cell !== '' && (readDate(cell) !== null || readAmount(cell) !== null);
