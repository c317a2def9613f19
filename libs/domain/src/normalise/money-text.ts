import { toMoney } from './money.js';
import { affixesOf } from './money-affixes.js';
import { readDigits } from './money-digits.js';
import { type SeparatorUses, USE, usesWith } from './separator-use.js';

/** An amount as its text can be read. */
export interface WrittenAmount {
  /** Currency, to the cent; of `1,000` and `1.000` the one in thousands; null when 1e12 or more. */
  readonly amount: number | null;
  /** How it uses its separators; 0 when the amount is unreadable. */
  readonly uses: SeparatorUses;
  /** The currency as it is written, a sign or a code; null without one. */
  readonly currency: string | null;
}

const LONGEST = 64;
const PLAIN = /^-?\d{1,12}(?:\.\d\d?)?$/;
const BLANKS = /\s+/g;
const DOT_DECIMALS = usesWith('.', USE.decimals);

/**
 * Reads an amount as people write it: `1,000.50`, `1 000,50 €`, `$60,000`, `USD 500`, `12k`, `(500)`.
 *
 * @param text cleaned text, not empty
 * @returns null when the text is no amount
 * @see docs/domain.md, section 9
 */
export function readAmount(text: string): WrittenAmount | null {
  if (PLAIN.test(text)) return plainAmount(text);
  if (text.length > LONGEST) return null;
  const spaced = text.replace(BLANKS, ' ');
  const { from, to } = digitsOf(spaced);
  const affixes = from < to ? affixesOf(spaced.slice(0, from), spaced.slice(to)) : null;
  const digits = affixes === null ? null : readDigits(spaced.slice(from, to));
  if (affixes === null || digits === null) return null;
  const amount = toMoney(scaled(digits.plain, affixes.factor));
  return { amount, uses: amount === null ? 0 : digits.uses, currency: affixes.currency };
}

/**
 * The amount of `1,000` or `1.000` when the separator in question begins decimals.
 *
 * @param inThousands currency, as {@link WrittenAmount} has it
 * @returns currency, to the cent
 */
export function asDecimals(inThousands: number): number | null {
  return toMoney(inThousands / 1_000);
}

/* From the first digit, with a separator right before it, to the last one. */
function digitsOf(text: string): { from: number; to: number } {
  let from = 0;
  let to = text.length;
  while (from < to && !isDigit(text.charCodeAt(from))) from++;
  while (to > from && !isDigit(text.charCodeAt(to - 1))) to--;
  const before = from < to && from > 0 ? text.charAt(from - 1) : '';
  return { from: before === '.' || before === ',' ? from - 1 : from, to };
}

const isDigit = (unit: number) => unit >= 0x30 && unit <= 0x39;

/* What most sheets hold, read without the patterns. Two decimals at most, so that `1.000` does not pass. */
function plainAmount(text: string): WrittenAmount {
  return { amount: toMoney(Number(text)), uses: text.includes('.') ? DOT_DECIMALS : 0, currency: null };
}

/* By spelling, not by multiplying: 1.0005k is 1000.5 and not the double next to it. */
function scaled(plain: string, factor: number): number {
  const size = Math.abs(factor);
  const amount = Number(size === 1 ? plain : `${plain}e${Math.log10(size)}`);
  return factor < 0 ? -amount : amount;
}
