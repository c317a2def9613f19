/**
 * Invisible characters, and those that reverse the text around them: what is shown would not be what is stored. Joiners
 * and selectors of a variant are not among them: they make letters of some scripts, and emoji, what they are.
 */
const HIDDEN = String.raw`(?![\u200c\u200d\p{Variation_Selector}])[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\ufff9-\ufffb]`;
const HAS_HIDDEN = new RegExp(HIDDEN, 'u');
const ANY = `(?!${HIDDEN}).`;
const SEEN = String.raw`(?![\p{Z}\p{Default_Ignorable_Code_Point}])${ANY}`;

/** A text of some characters, of which the first can be seen and none is hidden, with spaces around or without. */
export const visibleText = (longest: number): RegExp =>
  new RegExp(String.raw`^ *${SEEN}(?:(?:${ANY}){0,${longest - 2}}(?!\p{Z})${ANY})? *$`, 'u');

/** The same, or nothing but spaces. */
export const visibleTextOrNone = (longest: number): RegExp =>
  new RegExp(`${visibleText(longest).source}|^ *$`, 'u');

/** What two names have in common that a reader takes for one: no case, no character that is not seen, single spaces. */
export const nameKey = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();

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
