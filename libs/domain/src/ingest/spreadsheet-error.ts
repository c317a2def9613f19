import { fold } from '../normalise/index.js';

const ERRORS = new Set([
  '#ref!',
  '#n/a',
  '#value!',
  '#name?',
  '#div/0!',
  '#null!',
  '#num!',
  '#error!',
  '#spill!',
  '#calc!',
  'loading...',
]);
const LONGEST = 40;
/** What begins an error; other texts need no folding. */
const MAY_BEGIN = /^[#lL\u0080-\uffff]/;

/** Whether a cell holds nothing but an error of the spreadsheet it came from. @see docs/domain.md, section 9 */
export const isSpreadsheetError = (text: string): boolean =>
  text.length <= LONGEST && MAY_BEGIN.test(text) && ERRORS.has(fold(text));
