import { fold } from './fold.js';

/** Which of some names are meant. */
export interface Similar {
  /** Indices of the names. */
  readonly found: readonly number[];
  /** They contain the words as they are written; else with slips, or in another order. */
  readonly isExact: boolean;
}

/** What finds terms in names although they are written with slips: uFuzzy, made with {@link ONE_SLIP}. */
export interface SlipFinder {
  /** Indices of the names that have the terms, which are apart by blanks, in any of so many orders; null for none. */
  search(names: string[], terms: string, orders: number): readonly [readonly number[] | null, ...unknown[]];
}

/** One slip a word: a letter too many, missing or wrong, or two of them swapped. */
export const ONE_SLIP = { intraMode: 1 } as const;

/** Of the words: names need only have them all. */
const ANY_ORDER = 1;

/** With a slip, shorter words are like too many names. */
const SLIPS_FROM = 3;

/**
 * The names that contain some words; where none does, those that contain them misspelled or in another order.
 *
 * @param names folded; one with letters beyond a to z is found as it is written only
 * @param words as somebody types them
 * @returns nothing for words without a letter or digit
 */
export function similarTo(names: readonly string[], words: string, finder: SlipFinder): Similar {
  const whole = fold(words);
  if (whole === '') return { found: [], isExact: false };
  const containing = names.flatMap((name, at) => (name.includes(whole) ? [at] : []));
  if (containing.length > 0) return { found: containing, isExact: true };
  if (whole.length < SLIPS_FROM) return { found: [], isExact: false };
  return { found: finder.search([...names], termsOf(words), ANY_ORDER)[0] ?? [], isExact: false };
}

/** Signs would be taken for commands by what looks for slips, such as quotes and a leading minus. */
const termsOf = (words: string): string =>
  words
    .split(/\s+/)
    .map((word) => fold(word).replace(/[^a-z0-9]/g, ''))
    .filter((word) => word !== '')
    .join(' ');
