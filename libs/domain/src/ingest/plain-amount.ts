import { type SeparatorUses, USE, usesWith } from '../normalise/index.js';

const QUOTE = 0x22;
const DOLLAR = 0x24;
const COMMA = 0x2c;
const MINUS = 0x2d;
const DOT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const MAX_DIGITS = 11;

const COMMA_OPEN = usesWith(',', USE.open);
const COMMA_GROUPS = usesWith(',', USE.groups);
const DOT_DECIMALS = usesWith('.', USE.decimals);

/**
 * Reads the amounts that most sheets are full of, `1234`, `-1234.5` and `"$1,234.50"`, from their bytes, without
 * making a text of each. It reads what `readAmount` reads, or leaves the cell to it.
 */
export class PlainAmount {
  /** Currency; of `1,000` the one in thousands. */
  amount = 0;
  /** How it uses its separators. */
  uses: SeparatorUses = 0;
  #at = 0;
  #digits = 0;
  #number = 0;

  /**
   * @param bytes the file
   * @param isDollarOwn whether `$` is the sign of the installation's currency; else amounts with it are left
   */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly isDollarOwn: boolean,
  ) {}

  /**
   * Reads a cell.
   *
   * @param start where it begins, quotes included
   * @param end where it ends, exclusive
   * @returns false when it is anything but a plain amount
   */
  read(start: number, end: number): boolean {
    const isQuoted = end - start > 2 && this.bytes[start] === QUOTE && this.bytes[end - 1] === QUOTE;
    const stop = isQuoted ? end - 1 : end;
    this.#at = isQuoted ? start + 1 : start;
    this.#number = 0;
    const isNegative = this.#skip(MINUS);
    if (this.isDollarOwn) this.#skip(DOLLAR);
    const groups = this.#readWhole(stop);
    if (groups === -1) return false;
    const decimals = this.#readDecimals(stop);
    if (decimals === -1 || this.#at !== stop) return false;
    const cents = this.#number * (decimals === 0 ? 100 : decimals === 1 ? 10 : 1);
    this.amount = isNegative && cents !== 0 ? -cents / 100 : cents / 100;
    this.uses = groups === 1 && decimals === 0 ? COMMA_OPEN : groups > 0 ? COMMA_GROUPS : 0;
    if (decimals > 0) this.uses |= DOT_DECIMALS;
    return true;
  }

  #skip(byte: number): boolean {
    if (this.bytes[this.#at] !== byte) return false;
    this.#at++;
    return true;
  }

  /* How many groups of three follow the first digits; -1 when they are no whole number. */
  #readWhole(stop: number): number {
    const isZeroFirst = this.bytes[this.#at] === ZERO;
    this.#readDigits(stop);
    if (this.#digits === 0 || this.#digits > MAX_DIGITS) return -1;
    if (this.bytes[this.#at] !== COMMA || this.#at >= stop) return 0;
    if (this.#digits > 3 || isZeroFirst) return -1;
    let groups = 0;
    for (; groups < 3 && this.#at < stop && this.#skip(COMMA); groups++) {
      this.#readDigits(stop);
      if (this.#digits !== 3) return -1;
    }
    return groups;
  }

  /* How many decimals there are, two at most; -1 when there is a point and no such decimals. */
  #readDecimals(stop: number): number {
    if (this.#at >= stop || !this.#skip(DOT)) return 0;
    this.#readDigits(stop);
    return this.#digits === 1 || this.#digits === 2 ? this.#digits : -1;
  }

  #readDigits(stop: number): void {
    const from = this.#at;
    for (; this.#at < stop; this.#at++) {
      const byte = this.bytes[this.#at] ?? 0;
      if (byte < ZERO || byte > NINE) break;
      this.#number = this.#number * 10 + byte - ZERO;
    }
    this.#digits = this.#at - from;
  }
}
