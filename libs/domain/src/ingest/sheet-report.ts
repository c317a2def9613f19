import { DEAL_FIELDS } from '../deal/sheet-columns.js';
import { type Deal } from '../deal/deal.js';
import { dealValue, toCents } from '../normalise/index.js';
import { proposeColumns } from './column-proposals.js';
import { stayingRows } from './dedupe.js';
import type { EncodedSheet } from './encoding.js';
import { countFindings } from './finding-counts.js';
import type { Header } from './header.js';
import type { ReadTable } from './read-table.js';
import {
  DEDUPE_RULES,
  type DedupeRule,
  type FirstRows,
  type MergedRow,
  type Separator,
  type ImportFinding,
  type SheetReport,
  type SheetRow,
  type RuleOutcome,
} from './sheet.js';
import { rowFinding } from './sheet-column.js';

/** Headers that are no column and are named in the report. */
const UNKNOWN_LISTED = 100;

/** The report of a sheet of which only the header was read. */
export function reportOfHeader(
  { encoding, isGuessed }: EncodedSheet,
  separator: Separator | null,
  header: Header,
  { dedupe, rows }: { dedupe: DedupeRule; rows: FirstRows },
): SheetReport {
  const findings = [
    ...(isGuessed ? [rowFinding('encoding_guessed', null, encoding)] : []),
    ...header.repeated.map(repeatedColumn),
  ];
  return {
    encoding,
    separator,
    dedupe,
    date_orders: {},
    unordered_dates: [],
    amount_separators: {},
    header_row: header.row,
    unknown_columns: header.unknown.slice(0, UNKNOWN_LISTED),
    unknown_columns_count: header.unknown.length,
    proposals: proposeColumns(header),
    first_rows: rows,
    missing_columns: DEAL_FIELDS.filter((field) => !header.positions.has(field)),
    rows_read: 0,
    kept: 0,
    skipped: 0,
    skipped_value: 0,
    duplicates: [],
    duplicates_value: 0,
    findings,
    finding_counts: countFindings(findings),
    rules: [],
  };
}

/**
 * The rows that a dedupe rule keeps, and the report of the whole sheet.
 *
 * @param header report of the header
 * @param table every row, normalised
 * @returns rows and report: kept = read - skipped - duplicates
 * @see docs/domain.md, section 9
 */
export function keepRows(header: SheetReport, table: ReadTable): { rows: SheetRow[]; report: SheetReport } {
  const { rows, skipped } = table;
  const staying = stayingRows(rows, header.dedupe);
  const kept = rows.filter((_, at) => staying[at] === at);
  const duplicates = rows.flatMap((row, at) => duplicateOf(row, rows[staying[at] ?? at]));
  const withoutClient = skipped.filter(({ client }) => client === '');
  const findings = table.findings.after([...header.findings]);
  const report: SheetReport = {
    ...header,
    date_orders: table.dateOrders,
    unordered_dates: table.unorderedDates,
    amount_separators: table.amountSeparators,
    rows_read: rows.length + skipped.length,
    kept: kept.length,
    skipped: skipped.length,
    skipped_value: totalValue(withoutClient),
    duplicates,
    duplicates_value: inCurrency(duplicates, ({ value }) => value),
    findings,
    // Sums of other rows are no deals: their money is that of the others.
    finding_counts: countFindings(findings, rows.concat(withoutClient)),
    rules: DEDUPE_RULES.map((rule) => outcomeOf(rule, rows, rule === header.dedupe ? staying : null)),
  };
  return { rows: kept, report };
}

function outcomeOf(rule: DedupeRule, rows: readonly SheetRow[], known: Int32Array | null): RuleOutcome {
  const staying = known ?? stayingRows(rows, rule);
  const repeated = rows.filter((_, at) => staying[at] !== at);
  return {
    rule,
    kept: rows.length - repeated.length,
    duplicates: repeated.length,
    duplicates_value: totalValue(repeated),
  };
}

function duplicateOf(row: SheetRow, stays: SheetRow = row): MergedRow[] {
  if (stays === row) return [];
  const { client, stage } = row;
  return [{ row: row.row, client, stage, value: valueOf(row), kept_row: stays.row, deal: row }];
}

function repeatedColumn({ field, header }: Header['repeated'][number]): ImportFinding {
  return { ...rowFinding('repeated_column', null, header), column: field, value: header };
}

type Valued = Pick<Deal, 'expected_arr' | 'pipeline'>;

const valueOf = (row: Valued) => dealValue(row) ?? 0;

const totalValue = (rows: readonly Valued[]) => inCurrency(rows, valueOf);

const inCurrency = <Item>(items: readonly Item[], valueOf: (item: Item) => number) =>
  items.reduce((cents, item) => cents + (toCents(valueOf(item)) ?? 0), 0) / 100;
