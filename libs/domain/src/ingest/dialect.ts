import { CsvScanner } from './csv-scanner.js';
import { type EncodedSheet, encodedTyped } from './encoding.js';
import { type Header, readHeader } from './header.js';
import { headerLikeness, isDeal } from './header-likeness.js';
import { HeaderNames } from './header-names.js';
import { contentFrom, textsOf } from './line-text.js';
import { separatorLine } from './separator-line.js';
import type { Separator, SheetChoices } from './sheet.js';
import { SheetError } from './sheet-error.js';
import { CELL_SEPARATOR } from './typed-cells.js';
import type { TypedSheet } from './typed-sheet.js';

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
 * Finds the separator under which the header knows most columns, or may know most where none knows more; the first of
 * comma, semicolon and tab on a tie. People may say which one it is, as the file may in its first line.
 *
 * @throws SheetError when a line above the header is longer than a line may be
 * @see docs/domain.md, section 9
 */
export function findDialect(sheet: EncodedSheet, choices: SheetChoices = {}): Dialect {
  const known = new HeaderNames(choices.columns);
  const found = waysToSeparate(sheet, choices.separator ?? null).map((way) => {
    const scanner = scannerOf(sheet, way);
    return { ...way, ...findHeader(sheet, scanner, known, choices.headerRow ?? null) };
  });
  const best = bestOf(found, columnsKnown);
  if (best.header?.positions.has('client')) return best;
  const fault = found.find(({ error }) => error !== null)?.error;
  if (best.header === null && fault) throw fault;
  return bestOf(found.map(fromLikeliestLine), likeness);
}

/**
 * How many columns the header of a sheet knows, so that the right one of several is taken.
 *
 * @returns 0 where no line knows Client and another column
 */
export function knownColumns(sheet: TypedSheet, choices: SheetChoices = {}): number {
  const { header } = findDialect(encodedTyped(sheet), choices);
  return header?.positions.has('client') && header.positions.size > 1 ? header.positions.size : 0;
}

type Way = Pick<Dialect, 'separator' | 'start'>;

function waysToSeparate({ isTyped, bytes }: EncodedSheet, told: Separator | null): Way[] {
  if (isTyped) return [{ separator: null, start: 0 }];
  const named = separatorLine(bytes);
  const separator = told ?? named?.separator;
  return (separator ? [separator] : SEPARATORS).map((each) => ({ separator: each, start: named?.end ?? 0 }));
}

/* The first of the best. */
function bestOf<One>(all: readonly One[], worth: (one: One) => number): One {
  const worths = all.map(worth);
  return all[worths.indexOf(Math.max(...worths))] as One;
}

/** A scanner at the first line of a sheet. */
export const scannerOf = ({ bytes }: EncodedSheet, { separator, start }: Way): CsvScanner =>
  new CsvScanner(bytes, (separator ?? CELL_SEPARATOR).charCodeAt(0), start);

interface Found {
  readonly header: Header | null;
  /** Lines with text that are no header, when the search found none. */
  readonly lines: readonly Header[];
  /** What ended the search: under a separator that is not the file's, a quoted cell may go on and on. */
  readonly error: SheetError | null;
}

/*
 * The first of the first lines that knows Client and another column, else the first one with text; unless people say
 * which line it is.
 */
function findHeader(
  sheet: EncodedSheet,
  scanner: CsvScanner,
  known: HeaderNames,
  told: number | null,
): Found {
  const lines: Header[] = [];
  const last = told ?? FIRST_LINES;
  try {
    while ((scanner.row < last || (lines.length === 0 && told === null)) && scanner.next()) {
      if ((told ?? scanner.row) !== scanner.row || contentFrom(scanner, sheet) === 'nothing') continue;
      const header = readHeader(textsOf(scanner, sheet), scanner.row, known);
      if (header.positions.has('client') && header.positions.size > 1)
        return { header, lines: [], error: null };
      lines.push(header);
    }
  } catch (error) {
    if (!(error instanceof SheetError)) throw error;
    return { header: lines[0] ?? null, lines, error };
  }
  return { header: lines[0] ?? null, lines, error: null };
}

const columnsKnown = ({ header }: Pick<Found, 'header'>) => header?.positions.size ?? 0;

/*
 * A sheet whose header knows no Client is not read: what people see of it begins at the line that looks most like a
 * header, under the separator that makes it look so.
 */
function fromLikeliestLine<Line extends Found>(found: Line): Line {
  const texts = found.lines.filter((line) => !isDeal(line));
  const candidates = texts.length > 0 ? texts : found.lines;
  if (candidates.length === 0) return found;
  return bestOf(
    candidates.map((header) => ({ ...found, header })),
    likeness,
  );
}

const likeness = ({ header, lines }: Found) => (header === null ? 0 : headerLikeness(header, lines));
