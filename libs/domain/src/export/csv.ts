import { guardCell } from '../ingest/guard.js';
import type { ExportCell, ExportColumn } from './export-column.js';

/** What a CSV file starts with, so that every spreadsheet reads it as UTF-8. */
export const CSV_START = '\uFEFF';

/**
 * One line of a CSV file with its end (RFC 4180). Text that a spreadsheet would run as a formula is guarded; numbers
 * never are.
 *
 * @param columns tell text from dates and numbers
 * @param cells one cell for each column
 * @see docs/domain.md, section 9
 */
export function csvLine(columns: readonly ExportColumn[], cells: readonly ExportCell[]): string {
  return `${columns.map(({ kind }, at) => csvCell(cells[at] ?? null, kind === 'text')).join(',')}\r\n`;
}

/** The line of the headers. */
export const csvHeader = (columns: readonly ExportColumn[]): string =>
  `${columns.map(({ label }) => csvCell(label, true)).join(',')}\r\n`;

function csvCell(cell: ExportCell, isText: boolean): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  return quoted(isText ? guardCell(cell) : cell);
}

// Blanks at the edges are part of a text: some programs drop them from cells without quotes.
const quoted = (text: string): string =>
  /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
