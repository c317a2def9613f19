/** The sign that begins the decimals of an amount. */
export type DecimalMark = '.' | ',';

/** The digits of an amount, read. */
export interface Digits {
  /** A plain spelling, `1000.5`; of `1,000` and `1.000` the one in thousands. */
  readonly plain: string;
  /** Of `1,000` and `1.000` only: the plain spelling when {@link mark} begins decimals. */
  readonly asDecimals: string | null;
  /** The decimal mark that the digits prove, or that `1,000` and `1.000` leave open; null when there is none. */
  readonly mark: DecimalMark | null;
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
  if (WHOLE.test(text)) return { plain: text, asDecimals: null, mark: null };
  return oneGroup(text) ?? moreGroups(text) ?? withDecimals(text);
}

function oneGroup(text: string): Digits | null {
  const [, thousands = '', mark, rest = ''] = ONE_GROUP.exec(text) ?? [];
  if (mark === undefined) return null;
  return { plain: thousands + rest, asDecimals: `${thousands}.${rest}`, mark: asMark(mark) };
}

function moreGroups(text: string): Digits | null {
  if (!MORE_GROUPS.test(text)) return null;
  return { plain: withoutGroups(text), asDecimals: null, mark: text.includes(',') ? '.' : ',' };
}

function withDecimals(text: string): Digits | null {
  const [, whole, mark, decimals] =
    DECIMALS.exec(text) ?? GROUPS_AND_DECIMALS.exec(text) ?? BLANKS.exec(text) ?? [];
  if (whole === undefined) return null;
  const plain = withoutGroups(whole);
  if (mark === undefined || decimals === undefined) return { plain, asDecimals: null, mark: null };
  return { plain: `${plain}.${decimals}`, asDecimals: null, mark: asMark(mark) };
}

const withoutGroups = (text: string) => text.replace(/[., ]/g, '');

const asMark = (text: string): DecimalMark => (text === ',' ? ',' : '.');
