import { fold } from './fold.js';

/** Which of some names are meant. */
export interface Similar {
  /** Indices of the names. */
  readonly found: readonly number[];
  /** They contain the words as they are written; else with slips, or in another order. */
  readonly isExact: boolean;
}

/**
 * The names that contain some words; where none does, those that contain them misspelled or in another order.
 *
 * @param names folded; one with letters beyond a to z is found as it is written only
 * @param words as somebody types them
 * @param withSlips finds terms, apart by blanks, in names: indices of those that have them, null for none
 * @returns nothing for words without a letter or digit
 */
export function similarTo(
  names: readonly string[],
  words: string,
  withSlips: (names: string[], terms: string) => readonly number[] | null,
): Similar {
  const whole = fold(words);
  if (whole === '') return { found: [], isExact: false };
  const containing = names.flatMap((name, at) => (name.includes(whole) ? [at] : []));
  if (containing.length > 0) return { found: containing, isExact: true };
  return { found: withSlips([...names], termsOf(words)) ?? [], isExact: false };
}

/** Signs would be taken for commands by what looks for slips, such as quotes and a leading minus. */
const termsOf = (words: string): string =>
  words
    .split(/\s+/)
    .map((word) => fold(word).replace(/[^a-z0-9]/g, ''))
    .filter((word) => word !== '')
    .join(' ');
