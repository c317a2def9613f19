/**
 * A second reader of sheets, for tests: as simple as the definition allows (docs/domain.md, section 9), letter by
 * letter over the whole text, without a thought for speed. It knows the columns that hostile sheets have.
 */

/** A cell with what its quotes were. */
interface NaiveCell {
  readonly text: string;
  readonly isUnclosed: boolean;
}

/** What is expected of a sheet. */
export interface NaiveSheet {
  /** Null where it must be refused. */
  readonly header: { readonly row: number; readonly names: readonly string[] } | null;
  /** Rows with more than check boxes, with the cells of each known column. */
  readonly rows: readonly NaiveRow[];
  /** Rows with a quote that does not close, one entry a quote. */
  readonly unclosed: readonly number[];
  /** Rows with text beyond the header. */
  readonly surplus: readonly number[];
  /** Rows above the header with text. */
  readonly above: readonly number[];
}

/** A row of a sheet. */
export interface NaiveRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
  readonly isHeader: boolean;
}

const FIRST_LINES = 20;

/** The columns that hostile sheets have, by header. */
export const NAIVE_COLUMNS: Readonly<Record<string, string>> = {
  client: 'client',
  stage: 'stage',
  month: 'month',
  arr: 'expected_arr',
  'poa date': 'poa_date',
};

/** Reads a sheet. */
export function readNaively(text: string): NaiveSheet {
  const plain = text.replace(/^\ufeff/, '').replaceAll('\0', '');
  const read = [',', ';', '\t'].map((separator) => {
    const lines = linesOf(plain, separator);
    return { lines, at: headerAt(lines) };
  });
  const size = ({ lines, at }: (typeof read)[number]) => (at < 0 ? 0 : columnsOf(lines[at] ?? []).size);
  const best = read.reduce((one, next) => (size(next) > size(one) ? next : one));
  const header = best.lines[best.at] ?? [];
  const columns = columnsOf(header);
  if (!columns.has('client')) return { header: null, rows: [], unclosed: [], surplus: [], above: [] };
  const numbered = best.lines.map((cells, at) => ({
    row: at + 1,
    cells,
    texts: cells.map(({ text }) => cleaned(text)),
  }));
  const names = header.map(({ text }) => cleaned(text));
  const below = numbered
    .slice(best.at + 1)
    .filter(({ texts }) => texts.some((each) => !/^(?:TRUE|FALSE)?$/.test(each)));
  return {
    header: { row: best.at + 1, names },
    rows: below.map(({ row, texts }) => ({
      row,
      cells: Object.fromEntries([...columns].map(([field, at]) => [field, texts[at] ?? ''])),
      isHeader: repeats(texts.slice(0, names.length), names, columns.get('client') ?? 0),
    })),
    unclosed: numbered.flatMap(({ row, cells }) =>
      cells.filter(({ isUnclosed }) => isUnclosed).map(() => row),
    ),
    surplus: below
      .filter(({ texts }) => texts.slice(names.length).some((each) => each !== ''))
      .map(({ row }) => row),
    above: numbered
      .slice(0, best.at)
      .filter(({ texts }) => texts.some((each) => each !== ''))
      .map(({ row }) => row),
  };
}

function headerAt(lines: readonly NaiveCell[][]): number {
  const hasText = (cells: readonly NaiveCell[] = []) => cells.some(({ text }) => cleaned(text) !== '');
  const isHeader = (cells: readonly NaiveCell[] = []) =>
    columnsOf(cells).has('client') && columnsOf(cells).size > 1;
  const first = lines.slice(0, FIRST_LINES).findIndex(isHeader);
  return first >= 0 ? first : lines.findIndex(hasText);
}

function columnsOf(cells: readonly NaiveCell[]): Map<string, number> {
  const columns = new Map<string, number>();
  for (const [at, { text }] of cells.entries()) {
    const field = NAIVE_COLUMNS[cleaned(text).toLowerCase()];
    if (field !== undefined && !columns.has(field)) columns.set(field, at);
  }
  return columns;
}

function repeats(texts: readonly string[], names: readonly string[], client: number): boolean {
  const written = [...texts.entries()].filter(([, text]) => text !== '');
  return (
    written.length > 1 &&
    (texts[client] ?? '') !== '' &&
    written.every(([at, text]) => text.toLowerCase() === (names[at] ?? '').toLowerCase())
  );
}

/* Without what shows nothing, and without the apostrophe that keeps a formula from running. */
const cleaned = (text: string) =>
  text
    .replace(/(?![\u200c\u200d])\p{Cf}/gu, '')
    .replace(/^'(?=[\t\r\n]|[\s\p{Cc}]*[=+\-@])/u, '')
    .trim();

function linesOf(text: string, separator: string): NaiveCell[][] {
  const lines: NaiveCell[][] = [];
  let cells: NaiveCell[] = [];
  let at = 0;
  while (at < text.length || cells.length > 0) {
    const { cell, end } = cellAt(text, at, separator);
    cells.push(cell);
    at = end + 1;
    if (text[end] === separator) continue;
    if (text[end] === '\r' && text[end + 1] === '\n') at++;
    lines.push(cells);
    cells = [];
  }
  return lines;
}

function cellAt(text: string, start: number, separator: string): { cell: NaiveCell; end: number } {
  const ends = (at: number) => at >= text.length || [separator, '\n', '\r'].includes(text[at] ?? '');
  if (text[start] === '"') {
    let close = start + 1;
    while (close < text.length && (text[close] !== '"' || text[close + 1] === '"'))
      close += text[close] === '"' ? 2 : 1;
    const inside = text.slice(start + 1, close);
    const closes = close < text.length && ends(close + 1) && !(separator === '\t' && inside.includes('\t'));
    if (closes) return { cell: { text: inside.replaceAll('""', '"'), isUnclosed: false }, end: close + 1 };
  }
  let end = start;
  while (!ends(end)) end++;
  return { cell: { text: text.slice(start, end), isUnclosed: text[start] === '"' }, end };
}
