/** Invisible characters, and those that reverse the text around them: what is shown would not be what is stored. */
const HIDDEN =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\u00ad\u200b\u2060-\u2064\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;

/** Longest name of anything that people give a name to, in characters. */
export const LONGEST_NAME = 255;

/**
 * What is wrong with a name that somebody gives to a thing or a person, as the end of a sentence that begins with what
 * it names; null when nothing is.
 *
 * @example `faultOfName('a\u202eb')` is `'has invisible or control characters'`
 */
export function faultOfName(name: string): string | null {
  if (name.length > LONGEST_NAME) return `is longer than ${LONGEST_NAME} characters`;
  return HIDDEN.test(name) ? 'has invisible or control characters' : null;
}
