import UFuzzy from '@leeoniya/ufuzzy';
import { ONE_SLIP, type Similar, similarTo } from '@app/domain';

const fuzzy = new UFuzzy(ONE_SLIP);

/**
 * The names that some words mean, a slip in each of them forgiven.
 *
 * @param names folded
 */
export const meant = (names: readonly string[], words: string): Similar => similarTo(names, words, fuzzy);
