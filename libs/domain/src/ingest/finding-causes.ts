import type { DealField } from '../deal/sheet-columns.js';
import { knownValues } from '../normalise/index.js';
import type { ImportFinding, ImportFindingCode } from './sheet.js';
import { UNCALCULATED } from './sheet-column.js';

/** What is said of all findings of a kind in a column. */
export interface FindingCause {
  /** What people call them. */
  readonly title: string;
  /** What became of their cells or rows, and what to do about them. */
  readonly advice: string;
}

const CAUSES: Readonly<Record<ImportFindingCode, FindingCause>> = {
  no_client: {
    title: 'Rows without a client',
    advice: 'They are left out. Fill in the client where it is a deal.',
  },
  unreadable_date: {
    title: 'Dates that cannot be read',
    advice: 'The date is left empty. Write it with day, month and year, such as 14/03/2026.',
  },
  date_against_column: {
    title: 'Dates the other way round',
    advice: 'Day and month stand in the other order than in the rest of the column. Check these dates.',
  },
  unreadable_money: {
    title: 'Amounts that cannot be read',
    advice: 'The amount is left empty. Write a number, such as 12000 or 12,000.50.',
  },
  unknown_value: { title: 'Values that are not known', advice: 'They are kept and count as other.' },
  spreadsheet_error: {
    title: 'Errors of formulas',
    advice: 'The cell is read as empty. Correct the formula in the sheet.',
  },
  separator_mixed: {
    title: 'Amounts with an unclear separator',
    advice:
      'Read as thousands, though other amounts of the column use the separator for decimals. Check them.',
  },
  link_unusable: {
    title: 'Links that cannot be opened',
    advice: 'The text is kept, and no deal is recognised by it.',
  },
  other_currency: {
    title: 'Amounts in another currency',
    advice: 'The numbers are taken as they are and not converted.',
  },
  date_order_turned: {
    title: 'Dates in another order than last time',
    advice: 'Compare a date with a day up to 12 with the sheet.',
  },
  quote_not_closed: {
    title: 'Quotes that never close',
    advice: 'The quote is read as a character. Close or remove it in the sheet.',
  },
  quoted_rows: {
    title: 'Cells that may have swallowed rows',
    advice: 'A quoted cell of several lines looks as if it held rows. Check where its quote closes.',
  },
  surplus_cells: {
    title: 'Rows with more cells than the header',
    advice: 'What stands beyond the header is not read. Usually a separator stands in a text without quotes.',
  },
  repeated_column: { title: 'Columns that are there twice', advice: 'Only the first one is read.' },
  bad_byte: {
    title: 'Rows with damaged characters',
    advice: 'They show as “\ufffd”. Correct the text in the sheet, or save it as CSV UTF-8.',
  },
  nul_removed: { title: 'Rows with invisible characters', advice: 'The characters were removed.' },
  above_header: { title: 'Lines above the header', advice: 'They are not read.' },
  repeated_header: { title: 'The header once more', advice: 'These rows are left out.' },
  total_row: { title: 'Sums of other rows', advice: 'They are left out, so that nothing counts twice.' },
  encoding_guessed: {
    title: 'The encoding was guessed',
    advice: 'If accented letters look wrong, save the sheet as CSV UTF-8 and upload that.',
  },
};

const UNKNOWN_STAGE = 'Deals with such a stage are open, won or lost nowhere.';

/**
 * What findings of a kind in a column are called, and what to do about them: the same words on the screen and in files.
 *
 * @param column null for none of ours
 * @see docs/domain.md, section 9
 */
export function findingCause(code: ImportFindingCode, column: DealField | null): FindingCause {
  const { title, advice } = CAUSES[code];
  if (code !== 'unknown_value' || column === null) return { title, advice };
  const effect = column === 'stage' ? ` ${UNKNOWN_STAGE}` : '';
  return { title, advice: `${advice}${effect} Known are: ${knownValues(column).join(', ')}.` };
}

/** What to do about a finding. Of one about a whole column, or an uncalculated formula, only its own words say it. */
export function findingAdvice({ row, code, column, value, message }: ImportFinding): string {
  return row === null || value === UNCALCULATED ? message : findingCause(code, column).advice;
}
