import type { DealField } from '../deal/sheet-columns.js';
import type { WholeNumber } from '../number/whole-number.js';
import type { StageRows } from './unknown-stages.js';

/** Why a run is held, with its numbers; those that do not apply are null, or empty. */
export interface HoldReason {
  /** What is unusual about the upload. */
  readonly code:
    | 'removes_deals'
    | 'no_deal_in_common'
    | 'open_pipe_changed'
    | 'closed_arr_changed'
    | 'column_lost'
    | 'column_missing'
    | 'column_turned'
    | 'separators_turned'
    | 'dates_unreadable'
    | 'amounts_unreadable'
    | 'stages_unknown'
    | 'quote_not_closed'
    | 'quoted_rows'
    | 'data_moved';
  /** For the person who decides. */
  readonly message: string;
  /** Deals, rows or cells it is about. */
  readonly count: WholeNumber | null;
  /** Deals that the view has, cells that the sheet has of their kind, or dates of a column before and afterwards. */
  readonly of: WholeNumber | null;
  /** Database names of the columns that are missing, or turned. */
  readonly columns: readonly DealField[];
  /** Headers of the file that are no known column, where columns are missing: one of them may be meant. */
  readonly unknown: readonly string[];
  /** The first 10 stages of a sheet that knows none of ours, those of most rows first. */
  readonly stages: readonly StageRows[];
  /** Row of the first cell it is about; the first line of the sheet is 1. */
  readonly row: WholeNumber | null;
  /** Database name of that cell's column; null when it is none of ours. */
  readonly column: DealField | null;
  /** What the amount is worth that would change, currency. */
  readonly before: number | null;
  /** What it would be worth. */
  readonly after: number | null;
}

/** Why an upload waits for somebody to look at it. */
export type HoldCode = HoldReason['code'];

/** A reason without its message. */
export type HoldDetails = Omit<HoldReason, 'message'>;
