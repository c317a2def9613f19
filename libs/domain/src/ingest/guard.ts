const RUNS_AS_FORMULA = /^[=+\-@\t]/;
const GUARDED = /^'[=+\-@\t]/;

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
