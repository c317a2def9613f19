import { fold } from './fold.js';
import { repair } from './repair.js';

const NOBODY = new Set(['none', 'null', 'nan', 'n/a', '-']);

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
 * The name of an owner, BDR or supporter as it was written; null for nothing and for "none", "null", "nan", "n/a"
 * and "-" in any spelling.
 *
 * @see docs/domain.md, section 2
 */
export function personName(text: string): string | null {
  const name = cleanText(text);
  return name === '' || NOBODY.has(fold(name)) ? null : name;
}
