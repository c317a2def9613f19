import { toMoney } from './money.js';
import { factorOf } from './money-affixes.js';
import { type DecimalMark, readDigits } from './money-digits.js';

/** An amount as its text can be read. */
export interface WrittenAmount {
  /** Currency, to the cent; of `1,000` and `1.000` the one in thousands; null when 1e12 or more. */
  readonly amount: number | null;
  /** The decimal mark that this text proves; null when it proves none. */
  readonly proves: DecimalMark | null;
  /** Of `1,000` and `1.000` only: their separator, which may group thousands or begin decimals. */
  readonly open: DecimalMark | null;
}

const LONGEST = 64;
const PLAIN = /^-?\d{1,12}(?:\.\d\d?)?$/;
const BLANKS = /\s+/g;

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
  const factor = from < to ? factorOf(spaced.slice(0, from), spaced.slice(to)) : null;
  const digits = factor === null ? null : readDigits(spaced.slice(from, to));
  if (factor === null || digits === null) return null;
  const amount = toMoney(scaled(digits.plain, factor));
  return { amount, proves: amount === null ? null : digits.proves, open: digits.open };
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
  return { amount: toMoney(Number(text)), proves: text.includes('.') ? '.' : null, open: null };
}

/* By spelling, not by multiplying: 1.0005k is 1000.5 and not the double next to it. */
function scaled(plain: string, factor: number): number {
  const size = Math.abs(factor);
  const amount = Number(size === 1 ? plain : `${plain}e${Math.log10(size)}`);
  return factor < 0 ? -amount : amount;
}
