/** Characters that show nothing: spreadsheets skip some of them, and people do not see them. */
const UNSEEN = '[\\s\\p{Cc}\\p{Cf}\\p{Default_Ignorable_Code_Point}\\u2800]*';
/** What begins a formula, also as wide and small forms, which some programs read as the plain ones. */
const FORMULA = '[=+\\-@＝＋－＠﹦﹢﹣﹫]';
/** A line that begins with one of these is read as a formula or a new row by some programs, whatever follows. */
const BREAKS = '[\\t\\r\\n]';
const RUNS_AS_FORMULA = new RegExp(`^(?:${BREAKS}|${UNSEEN}${FORMULA})`, 'u');
const GUARDED = new RegExp(`^'(?:${BREAKS}|${UNSEEN}${FORMULA})`, 'u');

/**
 * A text cell for an export: an apostrophe goes before what a spreadsheet would run as a formula. Numbers are never
 * guarded: pass text only.
 *
 * @see docs/domain.md, section 9
 */
export function guardCell(text: string): string {
  return RUNS_AS_FORMULA.test(text) ? `'${text}` : text;
}

/**
 * A cell of an import without the apostrophe that {@link guardCell} put there.
 *
 * @see docs/domain.md, section 9
 */
export function unguardCell(text: string): string {
  return text.startsWith("'") && GUARDED.test(text) ? text.slice(1) : text;
}
