import { type Separator, type SeparatorUses, USE, usesWith } from './separator-use.js';

/** The digits of an amount, read. */
export interface Digits {
  /** A plain spelling, `1000.5`; of `1,000` and `1.000` the one in thousands. */
  readonly plain: string;
  readonly uses: SeparatorUses;
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
  if (WHOLE.test(text)) return { plain: text, uses: 0 };
  return oneGroup(text) ?? moreGroups(text) ?? withDecimals(text);
}

function oneGroup(text: string): Digits | null {
  if (!ONE_GROUP.test(text)) return null;
  const mark = text.charAt(text.length - 4);
  return { plain: text.replace(mark, ''), uses: usesWith(asSeparator(mark), USE.open) };
}

function moreGroups(text: string): Digits | null {
  if (!MORE_GROUPS.test(text)) return null;
  return { plain: withoutGroups(text), uses: groupsOf(text) };
}

function withDecimals(text: string): Digits | null {
  const [, whole, mark, decimals] =
    DECIMALS.exec(text) ?? GROUPS_AND_DECIMALS.exec(text) ?? BLANKS.exec(text) ?? [];
  if (whole === undefined) return null;
  const plain = withoutGroups(whole);
  if (mark === undefined || decimals === undefined) return { plain, uses: 0 };
  const uses = usesWith(asSeparator(mark), decimalUse(plain, decimals)) | groupsOf(whole);
  return { plain: `${plain}.${decimals}`, uses };
}

function decimalUse(whole: string, decimals: string): number {
  if (decimals.length !== 3) return USE.decimals;
  return whole.length > 3 || /^0+$/.test(whole) ? USE.threeDecimals : USE.otherThreeDecimals;
}

function groupsOf(whole: string): SeparatorUses {
  const mark = /[.,]/.exec(whole)?.[0];
  return mark === undefined ? 0 : usesWith(asSeparator(mark), USE.groups);
}

const withoutGroups = (text: string) => text.replace(/[., ]/g, '');

const asSeparator = (text: string): Separator => (text === ',' ? ',' : '.');
