import { DEAL_FIELDS, type DealField } from '../deal/sheet-columns.js';
import { findDialect, scannerOf } from './dialect.js';
import { type EncodedSheet, encodedTyped, findEncoding } from './encoding.js';
import type { Header } from './header.js';
import { type ReadTable, readTable } from './read-table.js';
import { firstRows } from './first-rows.js';
import type { ColumnProposal, ReadSheetOptions, Sheet, SheetReport } from './sheet.js';
import { SheetError } from './sheet-error.js';
import { keepRows, reportOfHeader } from './sheet-report.js';
import { collectRows } from './sheet-table.js';
import { isWebPage, sniff } from './sniff.js';
import type { TypedSheet } from './typed-sheet.js';

/** The bytes of a CSV, or a sheet whose cells have types. */
export type SheetSource = Uint8Array | TypedSheet;

/** Every row of a sheet, normalised, before a dedupe rule removes any. */
export interface NormalisedSheet extends ReadTable {
  readonly header: Header;
  /** The report as far as the header alone gives it. */
  readonly report: SheetReport;
}

/**
 * Finds encoding, separator and columns of a sheet, and normalises every row of it.
 *
 * @param source the whole file, or its sheet
 * @throws SheetError when there is no sheet in it
 * @see docs/domain.md, sections 2 and 9
 */
export function normaliseSheet(source: SheetSource, options: ReadSheetOptions): NormalisedSheet {
  const sheet = encodedSheet(source, options);
  const dialect = findDialect(sheet, options);
  const { header } = dialect;
  if (!header) throw options.headerRow ? noHeaderThere(options.headerRow) : empty();
  const rows = firstRows(sheet, scannerOf(sheet, dialect), header);
  const report = reportOfHeader(sheet, dialect.separator, header, { dedupe: options.dedupe, rows });
  if (!header.positions.has('client')) throw noClientColumn(header, report);
  const table = collectRows(sheet, scannerOf(sheet, dialect), header, options);
  if (table.rowNumbers.length === 0) throw headerOnly(header, report);
  return { ...readTable(table, options), header, report };
}

/**
 * Reads a sales sheet: normalises every row, removes what the dedupe rule calls the same
 * deal, and reports all it noticed.
 *
 * @param source the whole file, or its sheet
 * @throws SheetError when there is no sheet in it, or no row to keep
 * @see docs/domain.md, section 9
 */
export function readSheet(source: SheetSource, options: ReadSheetOptions): Sheet {
  const sheet = normaliseSheet(source, options);
  const { rows, report } = keepRows(sheet.report, sheet);
  if (rows.length === 0) throw noRowToKeep(report);
  return { rows, columns: columnsOf(sheet.header), report };
}

function encodedSheet(source: SheetSource, { encoding }: ReadSheetOptions): EncodedSheet {
  if (!(source instanceof Uint8Array)) return encodedTyped(source);
  refuseWhatIsNoText(source);
  if (isWebPage(source)) throw webPage();
  return findEncoding(source, encoding);
}

function refuseWhatIsNoText(bytes: Uint8Array): void {
  const kind = sniff(bytes);
  if (kind === 'empty') throw empty();
  if (kind !== 'csv')
    throw new SheetError(
      'not_text',
      'The file is no CSV: it holds binary data, such as a picture or a workbook. Export the sheet as CSV and upload that.',
    );
}

const columnsOf = (header: Header): DealField[] => DEAL_FIELDS.filter((field) => header.positions.has(field));

const webPage = () =>
  new SheetError(
    'web_page',
    'The file is a web page and no sheet: a page to sign in, or the sheet saved as a page. Download the sheet as CSV or XLSX and upload that file.',
  );

const empty = () =>
  new SheetError(
    'empty',
    'The file is empty: it has no line with text. Export the sheet again and upload it.',
  );

const noHeaderThere = (row: number) =>
  new SheetError(
    'no_header',
    `Row ${row} was named as the header, and there is no text in it. Nothing was changed; name the row that has the names of the columns.`,
  );

const headerOnly = (header: Header, report: SheetReport) =>
  new SheetError(
    'header_only',
    `The file has a header in row ${header.row} and no row below it. Nothing was changed; upload a sheet with deals.`,
    report,
  );

function noClientColumn(header: Header, report: SheetReport): SheetError {
  const found = header.written
    .filter((name) => name !== '')
    .slice(0, 20)
    .join(', ');
  const message =
    `The header in row ${header.row} has no Client column (found: ${found.slice(0, 300)}). ` +
    adviceOn(header, report.proposals);
  return new SheetError('no_client_column', message, report);
}

function adviceOn(header: Header, proposals: readonly ColumnProposal[]): string {
  if (isSeparatedByBars(header))
    return 'Its cells are separated by "|": save the sheet as CSV with commas, semicolons or tabs and upload that file.';
  const client = proposals.find(({ field }) => field === 'client');
  return client
    ? `"${client.header.slice(0, 80)}" may be it: say so, or name the column of clients "Client" and upload again.`
    : 'Say which column has the clients, or name it "Client" and upload again.';
}

const isSeparatedByBars = ({ written, known }: Header) =>
  written.length === 1 && (written[0] ?? '').split('|').some((name) => known.fieldOf(name) === 'client');

const noRowToKeep = (report: SheetReport) =>
  new SheetError(
    'no_row_to_keep',
    `${report.rows_read === 1 ? 'The only row has no' : `None of the ${report.rows_read} rows has a`} client, so there is nothing to keep. ` +
      'Nothing was changed; fill in the Client column and upload again.',
    report,
  );
