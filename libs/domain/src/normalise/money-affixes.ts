/** What stands around the digits of an amount. */
interface Affix {
  /** How many signs there are, an opening bracket among them. */
  readonly signs: number;
  readonly isNegative: boolean;
  /** Whether a bracket opens, or closes. */
  readonly hasBracket: boolean;
  /** What the digits are multiplied by: 1, a thousand or a million. */
  readonly unit: number;
}

const CODES =
  'USD|EUR|GBP|CHF|CAD|AUD|NZD|JPY|CNY|HKD|SGD|INR|KRW|THB|SEK|NOK|DKK|ISK|PLN|CZK|HUF|RON|BGN|TRY|ILS|AED|SAR|' +
  'ZAR|MAD|TND|BRL|MXN|ARS|CLP|COP';
const CURRENCY = `(?:US\\$|\\p{Sc}|(?:${CODES}))`;
const SIGN = '[-+\\u2212]';
const BEFORE = new RegExp(`^(${SIGN})? ?(${CURRENCY})? ?(\\()? ?(${CURRENCY})? ?(${SIGN})? ?$`, 'iu');
const AFTER = new RegExp(`^ ?([km])? ?(${CURRENCY})? ?(\\))? ?(${CURRENCY})?$`, 'iu');
const NOTHING: Affix = { signs: 0, isNegative: false, hasBracket: false, unit: 1 };
const UNITS: Readonly<Record<string, number>> = { k: 1_000, m: 1_000_000 };

/**
 * The factor that the texts before and after the digits of an amount make: sign, thousands, millions. Currencies are
 * read and make no difference: an installation has one.
 *
 * @param before text before the digits, blanks single
 * @param after text after them
 * @returns null when they do not belong to an amount
 */
export function factorOf(before: string, after: string): number | null {
  const [prefix, suffix] = [prefixes(before), suffixes(after)];
  if (prefix === null || suffix === null) return null;
  if (prefix.hasBracket !== suffix.hasBracket || prefix.signs > 1) return null;
  return prefix.isNegative ? -suffix.unit : suffix.unit;
}

const prefixes = remembered((text) => {
  const [all, outer, currency, bracket, inside, inner] = BEFORE.exec(text) ?? [];
  if (all === undefined || (currency && inside)) return null;
  const signs = [outer, bracket, inner].filter((sign) => sign !== undefined);
  const isNegative = signs.length > 0 && signs[0] !== '+';
  return { ...NOTHING, signs: signs.length, isNegative, hasBracket: bracket !== undefined };
});

const suffixes = remembered((text) => {
  const [all, unit = '', currency, bracket, outside] = AFTER.exec(text) ?? [];
  if (all === undefined || (currency && outside)) return null;
  return { ...NOTHING, hasBracket: bracket !== undefined, unit: UNITS[unit.toLowerCase()] ?? 1 };
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
