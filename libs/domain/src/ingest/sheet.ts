import type { DateColumn, DealField, MoneyColumn } from '../deal/sheet-columns.js';
import type { AmountSeparators } from './amount-separators.js';
import type { DealRow } from '../deal/deal.js';
import type { DateOrder } from '../normalise/index.js';
import type { WholeNumber } from '../number/whole-number.js';

/** Which rows of a sheet are one deal. Source: docs/domain.md, section 9. */
export type DedupeRule = 'client_stage' | 'link' | 'none';

/** Every dedupe rule, the default first. */
export const DEDUPE_RULES: readonly DedupeRule[] = ['client_stage', 'link', 'none'];

/** Every encoding of one byte a character that a view can be told, the usual one first. */
export const SINGLE_BYTE_ENCODINGS = [
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1254',
  'macroman',
] as const;

/** An encoding of one byte a character: nothing in a file says which one it is. */
export type SingleByteEncoding = (typeof SINGLE_BYTE_ENCODINGS)[number];

/** Encoding of a file that is no Unicode, where nobody says which. */
export const DEFAULT_ENCODING: SingleByteEncoding = SINGLE_BYTE_ENCODINGS[0];

/** How a sheet's bytes were read. */
export type SheetEncoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | SingleByteEncoding;

/** What separates the cells of a line. */
export type Separator = ',' | ';' | '\t';

/** What people call the separators. */
export const SEPARATOR_NAMES = ['comma', 'semicolon', 'tab'] as const;

/** What people call a separator. */
export type SeparatorName = (typeof SEPARATOR_NAMES)[number];

/** Each separator by its name. */
export const SEPARATORS_BY_NAME: Readonly<Record<SeparatorName, Separator>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
};

/** What headers stand for, by header in any spelling: a column, or null for one that is left out. */
export type ColumnMapping = Readonly<Record<string, DealField | null>>;

/** What people said about how a sheet is written. What they did not say is found in the sheet. */
export interface SheetChoices {
  /** Encoding of a file that is no Unicode; without it, it is guessed. */
  readonly encoding?: SingleByteEncoding | null;
  readonly separator?: Separator | null;
  /** Row of the header; the first line is 1. */
  readonly headerRow?: number | null;
  /** Order of day and month in dates that can be read in both. */
  readonly toldDateOrder?: DateOrder | null;
  /** What headers stand for that the product does not know, or takes for something else. */
  readonly columns?: ColumnMapping;
}

/** How to read a sheet. */
export interface ReadSheetOptions extends SheetChoices {
  /** Order of day and month where neither the sheet nor the last import settles it. */
  readonly dateOrder: DateOrder;
  /** The order in which the view's last published import read each date column it had. */
  readonly lastDateOrders?: Partial<Record<DateColumn, DateOrder>>;
  /** The date columns that it read in no order: each date said by itself what is day and what is month. */
  readonly lastUnorderedDates?: readonly DateColumn[];
  /** Code of the installation's currency; USD where nobody says. */
  readonly currency?: string;
  readonly dedupe: DedupeRule;
  /** Rows that a sheet may have; any number where nobody says. */
  readonly rowLimit?: number;
  /** Called now and then with the number of rows read so far. */
  readonly onProgress?: (rows: number) => void;
}

/** A row to keep, normalised, and where it stood. */
export interface SheetRow extends DealRow {
  /** Row of the sheet; its first line is 1. */
  readonly row: number;
}

/** A sheet that was read. */
export interface Sheet {
  /** The rows to keep, in the order of the sheet. */
  readonly rows: SheetRow[];
  /** Columns the sheet has, in the order of the documentation. */
  readonly columns: DealField[];
  readonly report: SheetReport;
}

/** What was found in a sheet; the part of a run's report that reading alone settles. */
export interface SheetReport {
  /** Encoding the file was read in. */
  encoding: SheetEncoding;
  /** What separates its cells; null for a sheet whose cells have types, such as a workbook's. */
  separator: Separator | null;
  /** Rule that says which rows are one deal. */
  dedupe: DedupeRule;
  /** Order of day and month in which each date column was read. */
  date_orders: Partial<Record<DateColumn, DateOrder>>;
  /** Those of them whose dates, if any, are the same days in both orders: they were read in none. */
  unordered_dates: DateColumn[];
  /** How the amounts of each column are written. */
  amount_separators: Partial<Record<MoneyColumn, AmountSeparators>>;
  /** Row of the header; the first line of the sheet is 1. Null where no sheet was read. */
  header_row: WholeNumber | null;
  /** Headers that are no column of the sheet, or repeat one, as they were written, the first 100. */
  unknown_columns: string[];
  /** How many such headers there are. */
  unknown_columns_count: WholeNumber;
  /** What unknown headers may stand for; nothing is read by it until somebody says so. */
  proposals: ColumnProposal[];
  /** The first rows as they were read. */
  first_rows: FirstRows;
  /** Database names of the columns the sheet does not have. */
  missing_columns: DealField[];
  /** Rows below the header that hold something. */
  rows_read: WholeNumber;
  /** rows_read - skipped - duplicates. */
  kept: WholeNumber;
  /** Rows that are no deal: without client, sums of other rows, the header once more. */
  skipped: WholeNumber;
  /** Deal value of the rows without a client, currency. */
  skipped_value: number;
  /** Every row removed because another one is the same deal, in the order of the sheet. */
  duplicates: MergedRow[];
  /** Deal value of the rows removed as duplicates, currency. */
  duplicates_value: number;
  /** Every finding, in the order of the sheet. */
  findings: FindingList;
  /** How many findings there are of each kind in each column, by kind, then by column. */
  finding_counts: FindingCount[];
  /** What each dedupe rule would keep of this sheet. */
  rules: RuleOutcome[];
}

/** The column that an unknown header may stand for. */
export interface ColumnProposal {
  /** Header as it was written. */
  header: string;
  /** Database name of the column. */
  field: DealField;
}

/** The beginning of a sheet: of each line its first 50 cells, of each cell its first 200 characters. */
export interface FirstRows {
  /** The header. */
  header: string[];
  /** The first 20 lines with text below the header. */
  rows: string[][];
  /** Where each of these stands; the first line of the sheet is 1. */
  row_numbers: WholeNumber[];
}

/** A row removed because another one is the same deal. */
export interface DuplicateRow {
  /** Row of the sheet; its first line is 1. */
  row: WholeNumber;
  /** Client of the row. */
  client: string;
  /** Stage of the row. */
  stage: string;
  /** Deal value, currency; 0 without one. */
  value: number;
  /** Row that stays for the deal, into which this one was merged. */
  kept_row: WholeNumber;
}

/** A row removed because another one is the same deal, with what it holds. */
export interface MergedRow extends DuplicateRow {
  /** The row, normalised. */
  readonly deal: DealRow;
}

/** A field in which a removed row is not like the one that stays for its deal. */
export interface RowDifference {
  /** Name of the field. */
  field: DealField;
  /** What the removed row has: text, currency, a day, or null. */
  removed: string | number | null;
  /** What the one has that stays. */
  kept: string | number | null;
}

/** The kinds of findings in a sheet. */
export type ImportFindingCode =
  | 'unreadable_date'
  | 'date_against_column'
  | 'unreadable_money'
  | 'unknown_value'
  | 'no_client'
  | 'repeated_column'
  | 'quote_not_closed'
  | 'quoted_rows'
  | 'spreadsheet_error'
  | 'separator_mixed'
  | 'link_unusable'
  | 'other_currency'
  | 'date_order_turned'
  | 'bad_byte'
  | 'nul_removed'
  | 'surplus_cells'
  | 'above_header'
  | 'repeated_header'
  | 'total_row'
  | 'encoding_guessed';

/** How many findings of a kind a column has. */
export interface FindingCount {
  /** Kind of finding. */
  code: ImportFindingCode;
  /** Database name of the column; null for findings about none of ours. */
  column: DealField | null;
  /** How many there are. */
  count: WholeNumber;
  /** How many amounts they are about, where each is about several, such as all of a currency; null elsewhere. */
  amounts: WholeNumber | null;
  /**
   * Deal value of the rows they are in, each counted once, or the sum of those amounts, currency; null where there is
   * none.
   */
  value: number | null;
}

/** Something in a sheet that its owner should know. */
export interface ImportFinding {
  /** Row of the sheet, its first line is 1; null when it concerns the column. */
  row: WholeNumber | null;
  /** Database name of the column; null when it is none of ours, or when it concerns the row. */
  column: DealField | null;
  /** Kind of finding. */
  code: ImportFindingCode;
  /** What is wrong and what to do, in a sentence. */
  message: string;
  /** The cell as it was written; of a currency its code. */
  value: string | null;
  /** How many amounts it concerns; null where it concerns one cell, or none. */
  count: WholeNumber | null;
  /** Their sum, as read; null where it concerns no amounts. */
  sum: number | null;
}

/** Where a finding is, and of which kind; and which amounts it is about, where it is about several. */
export type FindingPlace = Pick<ImportFinding, 'row' | 'column' | 'code'> &
  Partial<Pick<ImportFinding, 'count' | 'sum'>>;

/** Findings that can be read one after the other, or some at a time: there may be millions. */
export interface FindingList extends Iterable<ImportFinding> {
  readonly length: number;
  /** Those from a place on, up to another one. */
  slice(from: number, to: number): ImportFinding[];
}

/** What a dedupe rule would keep of a sheet. */
export interface RuleOutcome {
  /** The rule. */
  rule: DedupeRule;
  /** Rows it would keep. */
  kept: WholeNumber;
  /** Rows it would remove as duplicates. */
  duplicates: WholeNumber;
  /** Deal value of the rows it removes, currency. */
  duplicates_value: number;
}
