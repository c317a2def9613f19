import type { DealField } from '../deal/sheet-columns.js';

/** Why an upload waits for somebody to look at it. */
export type HoldCode =
  | 'removes_deals'
  | 'no_deal_in_common'
  | 'column_lost'
  | 'column_missing'
  | 'quote_not_closed'
  | 'quoted_rows'
  | 'data_moved';

/** A reason to ask before publishing, with its numbers; what one does not carry is null, or empty. */
export interface HoldReason {
  readonly code: HoldCode;
  /** For the person who decides. */
  readonly message: string;
  /** Deals or cells it is about. */
  readonly count: number | null;
  /** Deals that are there. */
  readonly of: number | null;
  /** Columns that are not in the sheet. */
  readonly columns: readonly DealField[];
  /** Row of the first cell it is about; the first line of the sheet is 1. */
  readonly row: number | null;
  /** Column of that cell; null when it is none of ours. */
  readonly column: DealField | null;
}

/** What a reason carries beside its message. */
export type HoldDetails = Omit<HoldReason, 'message'>;
