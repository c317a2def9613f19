/** A workbook that cannot be brought in; the message says what is wrong and what to do. */
export class WorkbookError extends Error {
  override readonly name = 'WorkbookError';

  /**
   * @param message for the person who chose the file
   * @param sheetNames the sheets it has, as far as that was found out
   */
  constructor(
    message: string,
    readonly sheetNames: readonly string[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A part that breaks off, or says what no workbook says. */
export const damaged = (what: string, cause?: unknown): WorkbookError =>
  new WorkbookError(
    `The workbook is damaged: ${what}. Open it in Excel or Google Sheets, save it as .xlsx again and upload that file.`,
    [],
    { cause },
  );

/** A zip that holds something else. */
export const noWorkbook = (what: string): WorkbookError =>
  new WorkbookError(
    `The file is ${what}, and no Excel workbook. Save the sheet as .xlsx or CSV and upload that file.`,
  );
