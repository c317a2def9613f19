import { DATE_COLUMNS, DEAL_LABELS, type DealField, MONEY_COLUMNS } from '../deal/sheet-columns.js';
import type { HoldCode, HoldDetails } from './hold-reason.js';

const MESSAGES: Readonly<Record<HoldCode, (details: HoldDetails, currency: string) => string>> = {
  removes_deals: ({ count, of }) =>
    count === of
      ? `${of === 1 ? 'The only deal' : `All ${counted(of)} deals`} here would be removed.`
      : `${counted(count)} of the ${counted(of)} deals here would be removed.`,
  no_deal_in_common: ({ of }) =>
    `${of === 1 ? 'The only deal here is not' : `None of the ${counted(of)} deals here is`} in the file: it may be the sheet of another team.`,
  open_pipe_changed: (details, currency) => `The open pipe would go ${fromTo(details, currency)}.`,
  closed_arr_changed: (details, currency) =>
    `The ARR of all closed deals would go ${fromTo(details, currency)}.`,
  column_lost: ({ columns, unknown }) =>
    columns.length === 1
      ? `The file has no column ${listed(columns.map(label))}, which the last import had.${notKnown(unknown)}`
      : `The file lacks the columns ${listed(columns.map(label))}, which the last import had.${notKnown(unknown)}`,
  column_missing: ({ columns, unknown }) => `The file has ${listed(missing(columns))}.${notKnown(unknown)}`,
  column_turned: ({ columns, count, of }) =>
    count !== null
      ? `In ${listed(columns.map(label))}, ${counted(count)} of ${counted(of)} dates are those of before with day and month swapped: say which is first.`
      : `The dates of ${listed(columns.map(label))} would be read with day and month the other way round than at the last import.`,
  separators_turned: ({ columns }) =>
    `The amounts of ${listed(columns.map(label))} mean something else by point and comma than at the last import: what was decimals may be read as thousands.`,
  dates_unreadable: ({ count, of }) =>
    of === 1
      ? 'The only date in the file cannot be read and would be left empty.'
      : `${counted(count)} of the ${counted(of)} dates in the file cannot be read and would be left empty.`,
  amounts_unreadable: ({ count, of }) =>
    of === 1
      ? 'The only amount in the file cannot be read and would be left empty.'
      : `${counted(count)} of the ${counted(of)} amounts in the file cannot be read and would be left empty.`,
  stages_unknown: ({ count, stages }) =>
    `None of the stages in the file is known here: ${stagesOf(stages, count)}. The deals would count as open, won or lost nowhere.`,
  quote_not_closed: ({ count, ...cell }) =>
    count === 1
      ? `A quote in ${placed(cell)} never closes.`
      : `${counted(count)} quotes never close, the first in ${placed(cell)}.`,
  quoted_rows: ({ count, ...cell }) =>
    count === 1
      ? `The quoted cell in ${placed(cell)} goes over several lines and looks as if it holds rows of the sheet.`
      : `${counted(count)} quoted cells go over several lines and look as if they hold rows of the sheet, the first in ${placed(cell)}.`,
  data_moved: () =>
    'This is no longer what was shown: since then the data here has changed, or how sheets of this view are read. It shows what would change now.',
};

/**
 * What a reason says to the person who decides.
 *
 * @param currency code of the installation's currency
 */
export const holdMessage = (details: HoldDetails, currency: string): string =>
  MESSAGES[details.code](details, currency);

const counted = (count: number | null) => (count ?? 0).toLocaleString('en-US', { maximumFractionDigits: 0 });

function fromTo({ before, after }: HoldDetails, currency: string): string {
  const [from, to] = [before ?? 0, after ?? 0];
  const money = new Intl.NumberFormat('en-US', { style: 'currency', currency, maximumFractionDigits: 0 });
  const share = (Math.abs(to - from) / Math.abs(from)) * 100;
  return `from ${money.format(from)} to ${money.format(to)} (${to < from ? '-' : '+'}${percent(share)}%)`;
}

/** What loses almost all of its worth does not lose all of it. */
function percent(share: number): string {
  const told = share < 100 ? Math.min(share, 99.9) : share;
  return told.toLocaleString('en-US', { maximumFractionDigits: told < 100 ? 1 : 0 });
}

const label = (field: DealField) => DEAL_LABELS[field];

const placed = ({ row, column }: Pick<HoldDetails, 'row' | 'column'>) =>
  column === null ? `row ${row}` : `row ${row}, column ${label(column)}`;

function missing(columns: readonly DealField[]): string[] {
  const isIn = (field: DealField) => columns.includes(field);
  return [
    ...(isIn('stage') ? ['no column Stage'] : []),
    ...(DATE_COLUMNS.every(isIn) ? ['no column with dates'] : []),
    ...(MONEY_COLUMNS.every(isIn) ? ['no column with amounts'] : []),
  ];
}

function stagesOf(stages: HoldDetails['stages'], all: number | null): string {
  const named = stages.reduce((sum, { count }) => sum + count, 0);
  const more = (all ?? 0) - named;
  return listed([
    ...stages.map(({ stage, count }) => `"${stage.slice(0, LONGEST_NAME)}" (${rows(count)})`),
    ...(more > 0 ? [`others (${rows(more)})`] : []),
  ]);
}

const rows = (count: number) => (count === 1 ? '1 row' : `${counted(count)} rows`);

const MOST_NAMED = 10;
const LONGEST_NAME = 40;

function notKnown(headers: readonly string[]): string {
  if (headers.length === 0) return '';
  const names = headers.slice(0, MOST_NAMED).map((header) => `"${header.slice(0, LONGEST_NAME)}"`);
  const more = headers.length > MOST_NAMED ? [`${headers.length - MOST_NAMED} more`] : [];
  return ` It has ${listed([...names, ...more])}, which ${headers.length === 1 ? 'is no known column' : 'are no known columns'}.`;
}

const listed = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
