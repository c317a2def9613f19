/**
 * Invisible characters, and those that reverse the text around them, as a class of a pattern has them: what is shown
 * would not be what is stored. Joiners are not among them: they make letters of some scripts, and emoji, what they are.
 */
const HIDDEN = String.raw`\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\u00ad\u200b\u2060-\u2064\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}`;
const HAS_HIDDEN = new RegExp(`[${HIDDEN}]`, 'u');
const SEEN = String.raw`[^${HIDDEN}\p{Z}\u200c\u200d]`;

/** A text without characters that hide in it. */
export const NOTHING_HIDDEN = new RegExp(`^[^${HIDDEN}]*$`, 'u');

/** A {@link NOTHING_HIDDEN} text of some characters that can be seen at both its ends, with spaces around or without. */
export const visibleText = (longest: number): RegExp =>
  new RegExp(`^ *${SEEN}(?:[^${HIDDEN}]{0,${longest - 2}}${SEEN})? *$`, 'u');

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
  return HAS_HIDDEN.test(name) ? 'has invisible or control characters' : null;
}
