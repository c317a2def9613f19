import { CURRENCY_PATTERN } from './currencies.js';

/** What stands around the digits of an amount. */
interface Affix {
  /** How many signs there are, an opening bracket among them. */
  readonly signs: number;
  readonly isNegative: boolean;
  /** Whether a bracket opens, or closes. */
  readonly hasBracket: boolean;
  /** What the digits are multiplied by: 1, a thousand or a million. */
  readonly unit: number;
  /** The currency as it is written; null without one. */
  readonly currency: string | null;
}

/** What surrounds the digits of an amount, put together. */
export interface Affixes {
  /** What the digits are multiplied by: sign, thousands, millions. */
  readonly factor: number;
  /** The currency as it is written; null without one. */
  readonly currency: string | null;
}

const SIGN = '[-+\\u2212]';
const BEFORE = new RegExp(
  `^(${SIGN})? ?(${CURRENCY_PATTERN})? ?(\\()? ?(${CURRENCY_PATTERN})? ?(${SIGN})? ?$`,
  'iu',
);
const AFTER = new RegExp(`^ ?([km])? ?(${CURRENCY_PATTERN})? ?(\\))? ?(${CURRENCY_PATTERN})?$`, 'iu');
const NOTHING: Affix = { signs: 0, isNegative: false, hasBracket: false, unit: 1, currency: null };
const UNITS: Readonly<Record<string, number>> = { k: 1_000, m: 1_000_000 };

/**
 * What the texts before and after the digits of an amount make of it.
 *
 * @param before text before the digits, blanks single
 * @param after text after them
 * @returns null when they do not belong to an amount
 */
export function affixesOf(before: string, after: string): Affixes | null {
  const [prefix, suffix] = [prefixes(before), suffixes(after)];
  if (prefix === null || suffix === null) return null;
  if (prefix.hasBracket !== suffix.hasBracket || prefix.signs > 1) return null;
  return {
    factor: prefix.isNegative ? -suffix.unit : suffix.unit,
    currency: prefix.currency ?? suffix.currency,
  };
}

const prefixes = remembered((text) => {
  const [all, outer, currency, bracket, inside, inner] = BEFORE.exec(text) ?? [];
  if (all === undefined || (currency && inside)) return null;
  const signs = [outer, bracket, inner].filter((sign) => sign !== undefined);
  return {
    ...NOTHING,
    signs: signs.length,
    isNegative: signs.length > 0 && signs[0] !== '+',
    hasBracket: bracket !== undefined,
    currency: currency ?? inside ?? null,
  };
});

const suffixes = remembered((text) => {
  const [all, unit = '', currency, bracket, outside] = AFTER.exec(text) ?? [];
  if (all === undefined || (currency && outside)) return null;
  return {
    ...NOTHING,
    hasBracket: bracket !== undefined,
    unit: UNITS[unit.toLowerCase()] ?? 1,
    currency: currency ?? outside ?? null,
  };
});

/* A sheet has a handful of them, a hundred thousand times each. */
function remembered(read: (text: string) => Affix | null): (text: string) => Affix | null {
  const known = new Map<string, Affix | null>();
  return (text) => {
    if (text === '') return NOTHING;
    const found = known.get(text);
    if (found !== undefined) return found;
    const affix = read(text);
    if (known.size < MAX_REMEMBERED) known.set(text, affix);
    return affix;
  };
}

const MAX_REMEMBERED = 256;
