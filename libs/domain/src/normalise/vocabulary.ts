import { cleanText } from './text.js';
import { fold } from './fold.js';

/** The accepted spellings of one classified field and what they become. */
export interface Vocabulary {
  /** Canonical values, in the order of the documentation. */
  readonly values: readonly string[];
  /** The canonical value of a text; the text itself (repaired, trimmed) when it is unknown; `""` for nothing. */
  canonical(text: string): string;
  /** Whether a normalised text is one of the canonical values. */
  knows(value: string): boolean;
}

/**
 * Makes the vocabulary of a field.
 *
 * @param values canonical values
 * @param spellings other accepted spellings by the canonical value they become
 * @param key what of a text is compared: {@link fold}, or less
 */
export function vocabulary(
  values: readonly string[],
  spellings: Readonly<Record<string, readonly string[]>>,
  key: (text: string) => string = fold,
): Vocabulary {
  const known = new Set(values);
  const byKey = new Map(values.map((value) => [key(value), value]));
  for (const [value, others] of Object.entries(spellings))
    for (const other of others) byKey.set(key(other), value);
  return {
    values,
    knows: (value) => known.has(value),
    canonical: (text) => {
      if (known.has(text)) return text; // what is already normalised costs one look-up
      const cleaned = cleanText(text);
      const compared = key(cleaned);
      return compared === '' ? '' : (byKey.get(compared) ?? cleaned);
    },
  };
}

/**
 * Only letters and digits: sources are written with every kind of dash, slash and blank.
 *
 * @see docs/domain.md, section 2
 */
export const lettersAndDigits = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '');
