import { toMoney } from './money.js';
import { type DecimalMark, type Digits, readDigits } from './money-digits.js';

/** An amount as its text can be read. */
export interface WrittenAmount {
  /** Currency, to the cent; of `1,000` and `1.000` the one in thousands; null when 1e12 or more. */
  readonly amount: number | null;
  /** Of `1,000` and `1.000` only: the mark in question, and the amount if that mark begins decimals. */
  readonly open: { readonly mark: DecimalMark; readonly amount: number | null } | null;
  /** The decimal mark that this text proves; null when it proves none. */
  readonly proves: DecimalMark | null;
}

const LONGEST = 64;
const PLAIN = /^-?\d{1,12}(?:\.\d\d?)?$/;

const CODES =
  'USD|EUR|GBP|CHF|CAD|AUD|NZD|JPY|CNY|HKD|SGD|INR|KRW|THB|SEK|NOK|DKK|ISK|PLN|CZK|HUF|RON|BGN|TRY|ILS|AED|SAR|' +
  'ZAR|MAD|TND|BRL|MXN|ARS|CLP|COP';
const CURRENCY = `(?:US\\$|\\p{Sc}|(?:${CODES})(?![a-z]))`;
const SIGN = '[-+\\u2212]';
const AMOUNT = new RegExp(
  `^(${SIGN})? ?(${CURRENCY})? ?(\\()? ?(${CURRENCY})? ?(${SIGN})? ?` +
    `([\\d.,](?:[\\d., ]*\\d)?) ?([km])? ?(${CURRENCY})? ?(\\))? ?(${CURRENCY})?$`,
  'iu',
);

/**
 * Reads an amount as people write it: `1,000.50`, `1 000,50 €`, `$60,000`, `USD 500`, `12k`, `(500)`.
 *
 * @param text cleaned text, not empty
 * @returns null when the text is no amount
 * @see docs/domain.md, section 9
 */
export function readAmount(text: string): WrittenAmount | null {
  if (PLAIN.test(text)) return plainAmount(text);
  const parts = text.length > LONGEST ? null : AMOUNT.exec(text.replace(/\s+/g, ' '));
  if (!parts) return null;
  const [, outer, before, opening, inside, inner, number = '', unit, after, closing, last] = parts;
  const signs = [outer, opening, inner].filter((sign) => sign !== undefined);
  const isPaired = (opening === undefined) === (closing === undefined);
  if (!isPaired || signs.length > 1 || (before && inside) || (after && last)) return null;
  const digits = readDigits(number);
  const sign = signs.length === 0 || signs[0] === '+' ? '' : '-';
  return digits && amountOf(digits, (plain) => toMoney(Number(sign + plain + exponent(unit))));
}

/**
 * The amount of a text in a column whose decimal mark is known, or not (null: `1,000` and `1.000` are thousands).
 *
 * @returns currency, to the cent; null when it is 1e12 or more
 * @see docs/domain.md, section 9
 */
export function amountIn(written: WrittenAmount, decimalMark: DecimalMark | null): number | null {
  return written.open?.mark === decimalMark ? (written.open?.amount ?? null) : written.amount;
}

/* What most sheets hold, without the long way. Two decimals at most, so that `1.000` does not pass. */
function plainAmount(text: string): WrittenAmount {
  return { amount: toMoney(Number(text)), open: null, proves: text.includes('.') ? '.' : null };
}

function amountOf(digits: Digits, scaled: (plain: string) => number | null): WrittenAmount {
  const amount = scaled(digits.plain);
  if (digits.asDecimals === null || digits.mark === null)
    return { amount, open: null, proves: amount === null ? null : digits.mark };
  return { amount, open: { mark: digits.mark, amount: scaled(digits.asDecimals) }, proves: null };
}

const exponent = (unit = '') => ({ k: 'e3', m: 'e6' })[unit.toLowerCase()] ?? '';
