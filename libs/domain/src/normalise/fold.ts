const PLAIN = /^[ -~]*$/;
const MARKS_AND_BLANKS = /[\p{M}\s]/gu;

/**
 * The text two spellings have in common: lower case, without accents and without any white space, also no-break.
 * For comparing only, never for showing.
 *
 * @param text any text
 * @returns `"remidupont"` for `"Rémi Dupont"`
 * @see docs/domain.md, section 2
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower.includes(' ') ? lower.replaceAll(' ', '') : lower;
  return lower.normalize('NFKD').replace(MARKS_AND_BLANKS, '');
}
