import {
  DATE_COLUMNS,
  type DateColumn,
  type DealField,
  MONEY_COLUMNS,
  type MoneyColumn,
  TEXT_COLUMNS,
} from '../deal/sheet-columns.js';
import { type DateOrder } from '../normalise/index.js';
import type { AmountSeparators } from './amount-separators.js';
import type { Cells } from './cells.js';
import { currencyFindings } from './currency-findings.js';
import { orderFindings, readDateColumns } from './date-columns.js';
import { SheetFindings } from './finding-list.js';
import { readMoneyColumn } from './money-column.js';
import { rowBuilder } from './row-builder.js';
import { addRowFindings } from './row-findings.js';
import type { ReadSheetOptions, SheetRow } from './sheet.js';
import type { SheetColumn } from './sheet-column.js';
import { readTextColumn } from './sheet-column.js';
import type { SheetTable } from './sheet-table.js';
import { skippedRows } from './skipped-rows.js';

/** The rows of a sheet, normalised. */
export interface ReadTable {
  /** Rows that are deals, in the order of the sheet. */
  readonly rows: SheetRow[];
  /** The others: without client, sums, the header once more. */
  readonly skipped: SheetRow[];
  /** Those about columns, then the others in the order of the sheet. */
  readonly findings: SheetFindings;
  readonly dateOrders: Partial<Record<DateColumn, DateOrder>>;
  readonly unorderedDates: DateColumn[];
  readonly amountSeparators: Partial<Record<MoneyColumn, AmountSeparators>>;
}

/** What of the options the cells depend on. */
export type TableOptions = Pick<
  ReadSheetOptions,
  'dateOrder' | 'lastDateOrders' | 'lastUnorderedDates' | 'toldDateOrder' | 'currency'
>;

/**
 * Normalises the cells of a sheet, after all its rows with a client voted on how dates and amounts are written.
 *
 * @param table its cells
 * @param options what settles what the cells do not
 * @see docs/domain.md, sections 2 and 9
 */
export function readTable(table: SheetTable, options: TableOptions): ReadTable {
  const texts = present(table, TEXT_COLUMNS).map(([field, cells]) => readTextColumn(field, cells));
  const voters = rowsWithClient(table, texts);
  const dates = readDateColumns(new Map(present(table, DATE_COLUMNS)), voters, options);
  const amounts = present(table, MONEY_COLUMNS).map(([field, cells]) =>
    readMoneyColumn(field, cells, voters, options.currency ?? 'USD'),
  );
  const all = table.rowNumbers.map(rowBuilder(texts, [...dates, ...amounts]));
  const skipped = skippedRows(all, table.repeatedHeaders);
  const columns = inSheetOrder(table, [...dates, ...amounts, ...texts]);
  const aboutColumns = [
    ...orderFindings(dates, options),
    ...currencyFindings(amounts, all.length, (at) => skipped.has(at)),
  ];
  addRowFindings(table.lineFindings, all, skipped, columns);
  return {
    rows: skipped.size === 0 ? all : all.filter((_, at) => !skipped.has(at)),
    skipped: [...skipped.keys()].flatMap((at) => all[at] ?? []),
    findings: new SheetFindings(aboutColumns, table.lineFindings),
    dateOrders: Object.fromEntries(dates.map(({ field, order }) => [field, order])),
    unorderedDates: dates.filter(({ isOrdered }) => !isOrdered).map(({ field }) => field),
    amountSeparators: Object.fromEntries(amounts.map(({ field, separators }) => [field, separators])),
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
