import type { SheetReport } from './sheet.js';

/** Why a sheet cannot be read. */
export type SheetErrorCode =
  | 'empty'
  | 'not_text'
  | 'no_header'
  | 'header_only'
  | 'no_client_column'
  | 'line_too_long'
  | 'too_damaged'
  | 'web_page'
  | 'too_many_rows'
  | 'no_row_to_keep';

/** A sheet that cannot be brought in; the message says what is wrong, where, and what to do. */
export class SheetError extends Error {
  override readonly name = 'SheetError';

  /**
   * @param code kind of fault, stable
   * @param message for the person who chose the file
   * @param report what was found up to the fault; null when nothing could be read
   */
  constructor(
    readonly code: SheetErrorCode,
    message: string,
    readonly report: SheetReport | null = null,
  ) {
    super(message);
  }
}
