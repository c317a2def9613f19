import { CsvScanner } from './csv-scanner.js';
import type { EncodedSheet } from './encoding.js';
import { type Header, readHeader } from './header.js';
import { contentFrom, textsOf } from './line-text.js';
import { separatorLine } from './separator-line.js';
import type { Separator } from './sheet.js';
import { SheetError } from './sheet-error.js';
import { CELL_SEPARATOR } from './typed-cells.js';

/** How a sheet separates cells and where it begins, and its header read so. */
export interface Dialect {
  /** Null for a typed sheet, whose cells nobody separated. */
  readonly separator: Separator | null;
  /** Where the first line of the sheet begins. */
  readonly start: number;
  /** Null when no line has text. */
  readonly header: Header | null;
}

const SEPARATORS: readonly Separator[] = [',', ';', '\t'];
/** The header is one of so many lines. */
const FIRST_LINES = 20;

/**
 * Finds the separator under which the header knows most columns, the first of comma, semicolon and tab on a tie;
 * unless the file names it in its first line.
 *
 * @throws SheetError when a line above the header is longer than a line may be
 * @see docs/domain.md, section 9
 */
export function findDialect(sheet: EncodedSheet): Dialect {
  if (sheet.isTyped) return dialectOfTyped(sheet);
  const named = separatorLine(sheet.bytes);
  const start = named?.end ?? 0;
  const found = (named ? [named.separator] : SEPARATORS).map((separator) => {
    return {
      separator,
      start,
      ...findHeader(sheet, new CsvScanner(sheet.bytes, separator.charCodeAt(0), start)),
    };
  });
  const best = found.reduce((one, next) => (knownColumns(next) > knownColumns(one) ? next : one));
  const fault = found.find(({ error }) => error !== null)?.error;
  if (best.header === null && fault) throw fault;
  return best;
}

function dialectOfTyped(sheet: EncodedSheet): Dialect {
  const dialect: Dialect = { separator: null, start: 0, header: null };
  const { header, error } = findHeader(sheet, scannerOf(sheet, dialect));
  if (header === null && error) throw error;
  return { ...dialect, header };
}

/** A scanner at the first line of a sheet. */
export const scannerOf = ({ bytes }: EncodedSheet, { separator, start }: Dialect): CsvScanner =>
  new CsvScanner(bytes, (separator ?? CELL_SEPARATOR).charCodeAt(0), start);

interface Found {
  readonly header: Header | null;
  /** What ended the search: under a separator that is not the file's, a quoted cell may go on and on. */
  readonly error: SheetError | null;
}

/* The first of the first lines that knows Client and another column, else the first one with text. */
function findHeader(sheet: EncodedSheet, scanner: CsvScanner): Found {
  let first: Header | null = null;
  try {
    while ((scanner.row < FIRST_LINES || first === null) && scanner.next()) {
      if (contentFrom(scanner, sheet) === 'nothing') continue;
      const header = readHeader(textsOf(scanner, sheet), scanner.row);
      if (header.positions.has('client') && header.positions.size > 1) return { header, error: null };
      first ??= header;
    }
  } catch (error) {
    if (!(error instanceof SheetError)) throw error;
    return { header: first, error };
  }
  return { header: first, error: null };
}

const knownColumns = ({ header }: Found) => header?.positions.size ?? 0;
