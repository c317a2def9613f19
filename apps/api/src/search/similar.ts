import UFuzzy from '@leeoniya/ufuzzy';
import { type Similar, similarTo } from '@app/domain';

/** One slip a word: a letter too many, missing or wrong, or two of them swapped. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- a const enum of the package is not there at run time
const fuzzy = new UFuzzy({ intraMode: 1 });

/** Of the words: names need only have them all. */
const ANY_ORDER = 1;

/** The names that some words mean, a slip in each of them forgiven. */
export const meant = (names: readonly string[], words: string): Similar =>
  similarTo(names, words, (all, terms) => fuzzy.search(all, terms, ANY_ORDER)[0]);
