import { unquoted } from './csv-scanner.js';

/*
 * How the cells of a typed sheet are written: as a CSV with a separator and marks that no text of it holds. Everything
 * that reads lines reads it, and a number is told from a text that looks like one.
 */

/** Stands between cells. */
export const CELL_SEPARATOR = '\u001f';
/** Stands before a number, and between it and the currency that its format names. */
export const NUMBER_MARK = '\u001e';
/** Stands between a text and the address that a click on it opens. */
export const LINK_MARK = '\u001d';

/** The text that a cell of a typed sheet shows. */
export function typedText(written: string): string {
  const content = unquoted(written);
  if (content.startsWith(NUMBER_MARK)) return content.split(NUMBER_MARK)[1] ?? '';
  const link = content.indexOf(LINK_MARK);
  return link === -1 ? content : content.slice(0, link);
}

/** The currency, a sign or a code, that the format of a number names; null without one. */
export const typedCurrency = (written: string): string | null => written.split(NUMBER_MARK)[2] ?? null;

/** The address that a click on a cell opens; null without one. */
export const typedLink = (written: string): string | null => unquoted(written).split(LINK_MARK)[1] ?? null;
