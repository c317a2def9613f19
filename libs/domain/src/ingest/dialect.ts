import { CsvScanner, unquoted } from './csv-scanner.js';
import { decode, type EncodedSheet } from './encoding.js';
import { type Header, readHeader } from './header.js';
import type { Separator } from './sheet.js';

/** How a sheet separates cells and lines, and its header read so. */
export interface Dialect {
  readonly separator: Separator;
  /** Null when no line has text. */
  readonly header: Header | null;
}

const SEPARATORS: readonly Separator[] = [',', ';', '\t'];
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Finds the separator under which the header, the first line with text, knows most columns; the first of comma,
 * semicolon and tab on a tie.
 *
 * @throws SheetError when the header is longer than a line may be
 * @see docs/domain.md, section 9
 */
export function findDialect(sheet: EncodedSheet): Dialect {
  const dialects = SEPARATORS.map((separator) => ({ separator, header: findHeader(sheet, separator) }));
  return dialects.reduce((best, next) => (knownColumns(next) > knownColumns(best) ? next : best));
}

/** A scanner at the first line of a sheet. Lines end in line feeds, or carriage returns where there is no line feed. */
export function scannerOf({ bytes }: EncodedSheet, separator: Separator): CsvScanner {
  return new CsvScanner(
    bytes,
    separator.charCodeAt(0),
    bytes.includes(LINE_FEED) ? LINE_FEED : CARRIAGE_RETURN,
  );
}

/** The texts of the line that a scanner has just read. */
export function textsOf(scanner: CsvScanner, { bytes, encoding }: EncodedSheet): string[] {
  return Array.from({ length: scanner.count }, (_, at) =>
    unquoted(decode(bytes.subarray(scanner.starts[at], scanner.ends[at]), encoding)),
  );
}

function findHeader(sheet: EncodedSheet, separator: Separator): Header | null {
  const scanner = scannerOf(sheet, separator);
  while (scanner.next()) {
    const texts = textsOf(scanner, sheet);
    if (texts.some((text) => text.trim() !== '')) return readHeader(texts, scanner.row);
  }
  return null;
}

const knownColumns = ({ header }: Dialect) => header?.positions.size ?? 0;
