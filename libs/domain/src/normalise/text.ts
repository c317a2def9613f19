import { fold } from './fold.js';
import { repair } from './repair.js';

const NOBODY = new Set(['none', 'null', 'nan', 'n/a', 'tbd', 'tba', 'unknown', 'nobody', 'unassigned']);
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/**
 * Text as it is kept: decoding errors repaired, then trimmed.
 *
 * @returns `""` when nothing is left
 * @see docs/domain.md, section 2
 */
export function cleanText(text: string): string {
  return repair(text).trim();
}

/** {@link cleanText}, with null for nothing: the form of every optional text field. */
export function optionalText(text: string): string | null {
  return cleanText(text) || null;
}

/**
 * The name of a person or a product as it was written; null for nothing, for what people write instead of a name
 * ("none", "n/a", "TBD", "unassigned" ... in any spelling), and for a text without a letter or digit.
 *
 * @see docs/domain.md, section 2
 */
export function nameOrNone(text: string): string | null {
  const name = cleanText(text);
  return !LETTER_OR_DIGIT.test(name) || NOBODY.has(fold(name)) ? null : name;
}
