import UFuzzy from '@leeoniya/ufuzzy';
import { type Similar, fold, similarTo } from '@app/domain/normalise';

/** One slip a word: a letter too many, missing or wrong, or two of them swapped. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- a const enum of the package is not there at run time
const fuzzy = new UFuzzy({ intraMode: 1 });

/** Shorter words are like too many others. */
const SLIPS_FROM = 3;

/** Of the words: names need only have them all. */
const ANY_ORDER = 1;

/**
 * The names that some words mean, a slip in each of them forgiven.
 *
 * @param names folded
 */
export const meant = (names: readonly string[], words: string): Similar =>
  similarTo(names, words, (all, terms) =>
    fold(words).length < SLIPS_FROM ? null : fuzzy.search(all, terms, ANY_ORDER)[0],
  );
