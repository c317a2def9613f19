const PLAIN = /^[ -~]*$/;
const UNSEEN = /[\p{M}\p{Cf}\s]/gu;
const TYPOGRAPHIC = /[\u2018-\u201b\u02bc\u201c-\u201f«»\u2010-\u2015\u2212]/;
const APOSTROPHES = /[\u2018-\u201b\u02bc]/g;
const QUOTES = /[\u201c-\u201f«»]/g;
const DASHES = /[\u2010-\u2015\u2212]/g;

/**
 * The text two spellings have in common: lower case, without accents, invisible characters and any white space, also
 * no-break; typographic apostrophes, quotes and dashes as on a keyboard. For comparing only, never for showing.
 *
 * @param text any text
 * @returns `"remidupont"` for `"Rémi Dupont"`
 * @see docs/domain.md, section 2
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower.includes(' ') ? lower.replaceAll(' ', '') : lower;
  const bare = lower.normalize('NFKD').replace(UNSEEN, '');
  return TYPOGRAPHIC.test(bare) ? asOnAKeyboard(bare) : bare;
}

const asOnAKeyboard = (text: string) =>
  text.replace(APOSTROPHES, "'").replace(QUOTES, '"').replace(DASHES, '-');
