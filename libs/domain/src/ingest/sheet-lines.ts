import { CsvScanner, type TakeLine } from './csv-scanner.js';
import type { SheetText } from './encoding.js';
import { type Header, readHeader } from './header.js';
import type { Separator } from './sheet.js';

/** A sheet's way of writing lines, and its header in it. */
export interface Dialect {
  readonly separator: Separator;
  readonly lineBreak: '\n' | '\r';
  /** Null when no line has text. */
  readonly header: Header | null;
}

const SEPARATORS: readonly Separator[] = [',', ';', '\t'];

/**
 * Finds the separator under which the header, the first line with text, knows most columns; the first of comma,
 * semicolon and tab on a tie.
 *
 * @throws SheetError when the header is longer than a line may be
 * @see docs/domain.md, section 9
 */
export function findDialect(text: SheetText, lineBreak: '\n' | '\r'): Dialect {
  const dialects = SEPARATORS.map((separator) => ({
    separator,
    lineBreak,
    header: findHeader(text, separator, lineBreak),
  }));
  return dialects.reduce((best, next) => (knownColumns(next) > knownColumns(best) ? next : best));
}

/**
 * Hands over the lines of a sheet in order, from its first one on, until the taker wants no more.
 *
 * @throws SheetError when a line is too long or a quote stays open
 */
export function scanLines(text: SheetText, dialect: Omit<Dialect, 'header'>, take: TakeLine): void {
  const scanner = new CsvScanner(dialect.separator, dialect.lineBreak, take);
  for (const piece of text.pieces()) {
    scanner.push(piece);
    if (scanner.isEnded) return;
  }
  scanner.end();
}

/** Whether one of the first `count` cells of a line has text. */
export function hasText(cells: readonly string[], count: number): boolean {
  for (let at = 0; at < count; at++) if (cells[at]?.trim()) return true;
  return false;
}

function findHeader(text: SheetText, separator: Separator, lineBreak: '\n' | '\r'): Header | null {
  let row = 0;
  let header: Header | null = null;
  scanLines(text, { separator, lineBreak }, (cells, count) => {
    row++;
    if (hasText(cells, count)) header = readHeader(cells.slice(0, count), row);
    return header === null;
  });
  return header;
}

const knownColumns = ({ header }: Dialect) => header?.positions.size ?? 0;
