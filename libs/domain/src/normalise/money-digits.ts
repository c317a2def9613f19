/** The character that begins the decimals of an amount. */
export type DecimalMark = '.' | ',';

/** The digits of an amount, read. */
export interface Digits {
  /** A plain spelling, `1000.5`; of `1,000` and `1.000` the one in thousands. */
  readonly plain: string;
  /** The decimal mark that the digits prove; null when they prove none. */
  readonly proves: DecimalMark | null;
  /** Of `1,000` and `1.000` only: their separator, which may group thousands or begin decimals. */
  readonly open: DecimalMark | null;
}

const WHOLE = /^\d+$/;
const ONE_GROUP = /^([1-9]\d{0,2})([.,])(\d{3})$/;
const MORE_GROUPS = /^\d{1,3}(?:(?:,\d{3}){2,}|(?:\.\d{3}){2,})$/;
const DECIMALS = /^(\d*)([.,])(\d+)$/;
const GROUPS_AND_DECIMALS = /^(\d{1,3}(?:(?:,\d{3})+(?=\.)|(?:\.\d{3})+(?=,)))([.,])(\d+)$/;
const BLANKS = /^(\d{1,3}(?: \d{3})+)(?:([.,])(\d+))?$/;

/**
 * Reads digits with their separators, blanks already single.
 *
 * @returns null when the separators fit no way of writing an amount, as in `1,00,0` or `12 50`
 * @see docs/domain.md, section 9
 */
export function readDigits(text: string): Digits | null {
  if (WHOLE.test(text)) return { plain: text, proves: null, open: null };
  return oneGroup(text) ?? moreGroups(text) ?? withDecimals(text);
}

function oneGroup(text: string): Digits | null {
  if (!ONE_GROUP.test(text)) return null;
  const mark = text.charAt(text.length - 4);
  return { plain: text.replace(mark, ''), proves: null, open: asMark(mark) };
}

function moreGroups(text: string): Digits | null {
  if (!MORE_GROUPS.test(text)) return null;
  return { plain: withoutGroups(text), proves: text.includes(',') ? '.' : ',', open: null };
}

function withDecimals(text: string): Digits | null {
  const [, whole, mark, decimals] =
    DECIMALS.exec(text) ?? GROUPS_AND_DECIMALS.exec(text) ?? BLANKS.exec(text) ?? [];
  if (whole === undefined) return null;
  const plain = withoutGroups(whole);
  if (mark === undefined || decimals === undefined) return { plain, proves: null, open: null };
  return { plain: `${plain}.${decimals}`, proves: asMark(mark), open: null };
}

const withoutGroups = (text: string) => text.replace(/[., ]/g, '');

const asMark = (text: string): DecimalMark => (text === ',' ? ',' : '.');
