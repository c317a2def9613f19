/** Signs that no file system or header likes. */
const RISKY = /[\p{Cc}\p{Cf}"*/:<>?\\|%;']+/gu;

/** Bytes of a part of a name: five of them and an ending fit into the 255 that file systems take. */
const LONGEST_PART = 48;

/** Filtered values or columns that a name says; of more it says how many. */
const NAMED_VALUES = 2;

/** A name that says what a file holds, such as `signal-poa.generated-2026-07-01-2026-12-31`. */
export function fileName(...parts: readonly string[]): string {
  return parts.map(inFileName).filter(Boolean).join('-');
}

/**
 * What of a list a file has, where that is not all: files of several filters lie side by side.
 *
 * @param values of its filters, null where there is none, an empty one for what is not assigned
 */
export function onlyOf(values: readonly (string | null)[]): string {
  const given = values.filter((value) => value !== null);
  return inWords(
    'only',
    given.map((value) => value.trim() || 'unassigned'),
  );
}

/**
 * Which columns of a table a file has, where it has not all of them: two charts of a page may be drawn from one table.
 *
 * @param shown the columns of the file
 * @param all those of the table
 */
export function columnsOf(shown: readonly NamedColumn[], all: readonly NamedColumn[]): string {
  const isWhole = all.every(({ id }) => shown.some((column) => column.id === id));
  return isWhole
    ? ''
    : inWords(
        'of',
        shown.map(({ label }) => label),
      );
}

interface NamedColumn {
  readonly id: string;
  readonly label: string;
}

/** A few of them by name, and how many more there are. */
function inWords(first: string, names: readonly string[]): string {
  if (names.length === 0) return '';
  const more = names.length - NAMED_VALUES;
  const room = Math.floor((LONGEST_PART - `${first}--and-9999-more`.length) / NAMED_VALUES);
  const named = names.slice(0, NAMED_VALUES);
  const short = names.length === 1 ? named : named.map((name) => beginning(name, room).trim());
  return [first, ...short, ...(more > 0 ? [`and ${more} more`] : [])].join(' ');
}

function inFileName(part: string): string {
  const plain = part
    .toLowerCase()
    .replace(RISKY, ' ')
    .trim()
    .replace(/[\s-]+/g, '-')
    .replace(/^[.-]+/, '');
  return beginning(plain, LONGEST_PART).replace(/[.-]+$/, '');
}

/** Whole characters of a text, as many as fit. */
function beginning(text: string, bytes: number): string {
  let taken = 0;
  return Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment)
    .filter((character) => (taken += Buffer.byteLength(character)) <= bytes)
    .join('');
}

/* What Excel takes: no more, none of these, no apostrophe at an edge. */
const LONGEST_SHEET = 31;
const NOT_IN_SHEET = /[[\]:*?/\\\p{C}]/gu;

/** A name for the sheet of a workbook, in words. */
export function sheetName(title: string): string {
  const words = title
    .replace(/[_.]/g, ' ')
    .replace(NOT_IN_SHEET, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_SHEET);
  const plain = words.replace(/^'+|'+$/g, '').trim();
  return plain === '' ? 'Export' : `${plain.charAt(0).toUpperCase()}${plain.slice(1)}`;
}

/** The header that makes a browser save an answer under a name: in ASCII for all, as it is for those that can (RFC 6266). */
export function contentDisposition(name: string): string {
  const ascii = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/g, '_');
  const exact = ascii === name ? '' : `; filename*=UTF-8''${encodeURIComponent(name)}`;
  return `attachment; filename="${ascii}"${exact}`;
}
