import type { DateColumn, DealField } from '../deal/sheet-columns.js';
import type { DealRow } from '../deal/deal.js';
import type { DateOrder } from '../normalise/index.js';
import type { WholeNumber } from '../number/whole-number.js';

/** Which rows of a sheet are one deal. Source: docs/domain.md, section 9. */
export type DedupeRule = 'client_stage' | 'link' | 'none';

/** Every dedupe rule, the default first. */
export const DEDUPE_RULES: readonly DedupeRule[] = ['client_stage', 'link', 'none'];

/** How a sheet's bytes were read: one of three ways. */
export type SheetEncoding = 'utf-8' | 'utf-8-bom' | 'windows-1252';

/** What separates the cells of a line. */
export type Separator = ',' | ';' | '\t';

/** How to read a sheet. */
export interface ReadSheetOptions {
  /** Order of day and month where neither its column nor the other date columns settle it. */
  readonly dateOrder: DateOrder;
  readonly dedupe: DedupeRule;
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
  /** What separates its cells. */
  separator: Separator;
  /** Rule that says which rows are one deal. */
  dedupe: DedupeRule;
  /** Order of day and month in which each date column was read. */
  date_orders: Partial<Record<DateColumn, DateOrder>>;
  /** Headers that are no column of the sheet, or repeat one, as they were written. */
  unknown_columns: string[];
  /** Database names of the columns the sheet does not have. */
  missing_columns: DealField[];
  /** Rows below the header that hold something. */
  rows_read: WholeNumber;
  /** rows_read - skipped - duplicates. */
  kept: WholeNumber;
  /** Rows without a client. */
  skipped: WholeNumber;
  /** Deal value of the skipped rows, currency. */
  skipped_value: number;
  /** Every row removed because another one is the same deal, in the order of the sheet. */
  duplicates: DuplicateRow[];
  /** Deal value of the rows removed as duplicates, currency. */
  duplicates_value: number;
  /** Every finding, in the order of the sheet. */
  findings: ImportFinding[];
  /** What each dedupe rule would keep of this sheet. */
  rules: RuleOutcome[];
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
  | 'quoted_rows';

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
  /** The cell as it was written. */
  value: string | null;
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
