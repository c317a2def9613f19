import type { DoubtfulMatch, ImportFindingCode } from '@app/domain/ingest';

/** What a kind of finding is called, and what became of its cells or rows and what to do about them. */
interface Cause {
  title: string;
  advice: string;
}

const CAUSES: Record<ImportFindingCode, Cause> = {
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

export const REPORT = {
  lists: 'Lists of the report',
  tabs: {
    added: 'Added',
    changed: 'Changed',
    removed: 'Removed',
    findings: 'Findings',
    duplicates: 'Merged rows',
    doubtful: 'Doubtful matches',
    reading: 'As it was read',
  },
  separators: {
    ',': 'separated by commas',
    ';': 'separated by semicolons',
    '\t': 'separated by tabs',
    '|': 'separated by vertical bars',
  } as Readonly<Record<string, string>>,
  rowsRead: (isOne: boolean) => (isOne ? 'row read' : 'rows read'),
  kept: 'kept',
  /** Of a workbook of several sheets only one is read. */
  sheetRead: (name: string, others: string) => `Sheet “${name}” was read, not ${others}.`,
  sheet: (name: string) => `“${name}”`,
  merged: 'merged as duplicates',
  skipped: 'left out',
  /** Rows that are no deals, which nobody has to correct. */
  noDeals: {
    total_row: (rows: string, isOne: boolean) =>
      isOne ? `${rows} adds up other rows: it is no deal.` : `${rows} add up other rows: they are no deals.`,
    repeated_header: (rows: string, isOne: boolean) =>
      isOne ? `${rows} repeats the header.` : `${rows} repeat the header.`,
  },
  added: 'added',
  changed: 'changed',
  removed: 'removed',
  would: (what: string) => `would be ${what}`,
  noChanges: {
    added: 'No deal is new.',
    changed: 'No deal has other values than before.',
    removed: 'No deal is removed.',
  },
  changesFile: { added: 'the added deals', changed: 'the changed deals', removed: 'the removed deals' },
  becomes: 'becomes',
  openDeal: (client: string) => `Open ${client}`,
  noFindings: 'Nothing to report: every cell could be read.',
  noDuplicates: 'No row was merged: every one is a deal of its own.',
  others: (count: string) => `and ${count} more`,
  otherSheets: (count: string, isOne: boolean) => `${count} more ${isOne ? 'sheet' : 'sheets'}`,
  unknownColumns: 'Columns that were not recognised',
  missingColumns: 'Columns the sheet does not have',
  dateOrders: 'Dates were read as',
  header: 'Header',
  headerRow: (row: string) => `row ${row}`,
  file: 'File',
  duration: 'Duration',
  causes: CAUSES,
  cause: { what: 'What was found', rows: 'Cells or rows', value: 'Value of their deals' },
  findingsFile: 'all findings',
  causeFile: (title: string, column: string) => (column ? `${title}: ${column}` : title),
  mergedValue: (value: string) => `Together ${value}`,
  duplicatesFile: 'the merged rows',
  doubtful: {
    advice:
      'These rows were taken for deals that are there, but another deal may be meant. A HubSpot link in the sheet settles it.',
    file: 'the doubtful matches',
    none: 'No row leaves a doubt.',
    taken: 'Taken for the deal',
    reason: 'Why',
    reasons: {
      client_alone: () => 'The client is the same, the stage is not',
      several_alike: (count: string) => `One of ${count} with the same client and stage, in their order`,
    } satisfies Record<DoubtfulMatch['why'], (count: string) => string>,
  },
  wholeSheet: 'Sheet',
  columns: {
    row: 'Row',
    keptRow: 'Kept row',
    cell: 'Cell',
    message: 'What was found',
    client: 'Client',
    stage: 'Stage',
    change: 'What changes',
    amount: 'Value',
  },
  amounts: (currency: string, count: string, sum: string, isOne: boolean) =>
    `${currency}: ${count} ${isOne ? 'amount' : 'amounts'}, ${sum} in all`,
  effect: {
    numbers: (isDiscarded: boolean) => `What the numbers ${isDiscarded ? 'would have become' : 'become'}`,
    change: 'Before → after',
    stage: 'By stage',
    deals: 'Deals',
    value: 'Value',
    noStage: 'Without a stage',
    otherStage: 'Another stage',
  },
  openRow: (row: string) => `Open row ${row} in the sheet`,
  firstRows: 'The first rows, as they were read',
  list: {
    loading: 'Loading…',
    shown: (shown: string, all: string) => `${shown} of ${all}`,
    more: 'Show more',
  },
} as const;
