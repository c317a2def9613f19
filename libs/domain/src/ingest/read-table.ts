import {
  DATE_COLUMNS,
  type DateColumn,
  type DealField,
  MONEY_COLUMNS,
  TEXT_COLUMNS,
} from '../deal/sheet-columns.js';
import { type DateOrder } from '../normalise/index.js';
import type { Cells } from './cells.js';
import { readDateColumns } from './date-columns.js';
import { readMoneyColumn } from './money-column.js';
import { rowBuilder } from './row-builder.js';
import type { ImportFinding, SheetRow } from './sheet.js';
import { messageOf, readTextColumn, type SheetColumn } from './sheet-column.js';
import type { SheetTable } from './sheet-table.js';

/** The rows of a sheet, normalised. */
export interface ReadTable {
  /** Rows with a client, in the order of the sheet. */
  readonly rows: SheetRow[];
  /** Rows without one. */
  readonly skipped: SheetRow[];
  /** In the order of the sheet. */
  readonly findings: ImportFinding[];
  readonly dateOrders: Partial<Record<DateColumn, DateOrder>>;
}

/**
 * Normalises the cells of a sheet, after all its rows with a client voted on how dates and amounts are written.
 *
 * @param table its cells
 * @param dateOrder where no column settles it
 * @see docs/domain.md, sections 2 and 9
 */
export function readTable(table: SheetTable, dateOrder: DateOrder): ReadTable {
  const texts = present(table, TEXT_COLUMNS).map(([field, cells]) => readTextColumn(field, cells));
  const voters = rowsWithClient(table, texts);
  const dates = readDateColumns(new Map(present(table, DATE_COLUMNS)), voters, dateOrder);
  const amounts = present(table, MONEY_COLUMNS).map(([field, cells]) =>
    readMoneyColumn(field, cells, voters),
  );
  const all = table.rowNumbers.map(rowBuilder(texts, [...dates, ...amounts]));
  const rows = all.filter((row) => row.client !== '');
  return {
    rows,
    skipped: rows.length === all.length ? [] : all.filter((row) => row.client === ''),
    findings: byRow(
      table.quoteFindings,
      findingsOf(all, inSheetOrder(table, [...dates, ...amounts, ...texts])),
    ),
    dateOrders: Object.fromEntries(dates.map(({ field, order }) => [field, order])),
  };
}

function present<Field extends DealField>(table: SheetTable, fields: readonly Field[]): [Field, Cells][] {
  return fields.flatMap((field) => {
    const cells = table.columns.get(field);
    return cells ? [[field, cells]] : [];
  });
}

function rowsWithClient(table: SheetTable, texts: readonly SheetColumn<string | null>[]): number[] {
  const client = texts.find(({ field }) => field === 'client');
  return [...table.rowNumbers.keys()].filter((at) => client?.values[client.cells.at(at)]);
}

type AnyColumn = SheetColumn<string | number | null>;

function inSheetOrder(table: SheetTable, columns: readonly AnyColumn[]): AnyColumn[] {
  const order = [...table.columns.keys()];
  return columns.toSorted((one, other) => order.indexOf(one.field) - order.indexOf(other.field));
}

/* A row without a client is skipped, and with it its other findings. */
function findingsOf(rows: readonly SheetRow[], columns: readonly AnyColumn[]): ImportFinding[] {
  const findings: ImportFinding[] = [];
  const remarkable = columns.filter((column) => column.findings.size > 0);
  for (const [at, { row, client }] of rows.entries()) {
    if (client === '') findings.push(noClient(row));
    else addFindings(findings, remarkable, row, at);
  }
  return findings;
}

const byRow = (quotes: readonly ImportFinding[], others: ImportFinding[]): ImportFinding[] =>
  quotes.length === 0
    ? others
    : [...quotes, ...others].sort((one, other) => (one.row ?? 0) - (other.row ?? 0));

function addFindings(
  findings: ImportFinding[],
  columns: readonly AnyColumn[],
  row: number,
  at: number,
): void {
  for (const { field, cells, findings: found } of columns) {
    const finding = found.get(cells.at(at));
    if (finding) findings.push({ row, column: field, ...finding });
  }
}

function noClient(row: number): ImportFinding {
  return { row, column: 'client', code: 'no_client', message: messageOf('no_client', ''), value: null };
}
