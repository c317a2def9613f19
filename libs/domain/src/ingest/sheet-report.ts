import { DEAL_FIELDS } from '../deal/sheet-columns.js';
import { type Deal } from '../deal/deal.js';
import { dealValue, toCents } from '../normalise/index.js';
import { proposeColumns } from './column-proposals.js';
import { repeatedRows } from './dedupe.js';
import type { EncodedSheet } from './encoding.js';
import { countFindings } from './finding-counts.js';
import type { Header } from './header.js';
import type { ReadTable } from './read-table.js';
import {
  DEDUPE_RULES,
  type DedupeRule,
  type FirstRows,
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
  const isRepeated = repeatedRows(rows, header.dedupe);
  const kept = rows.filter((_, at) => isRepeated[at] === false);
  const repeated = rows.filter((_, at) => isRepeated[at] === true);
  const findings = [...header.findings, ...table.findings];
  const report: SheetReport = {
    ...header,
    date_orders: table.dateOrders,
    rows_read: rows.length + skipped.length,
    kept: kept.length,
    skipped: skipped.length,
    skipped_value: totalValue(skipped.filter(({ client }) => client === '')),
    duplicates: repeated.map((row) => ({
      row: row.row,
      client: row.client,
      stage: row.stage,
      value: valueOf(row),
    })),
    duplicates_value: totalValue(repeated),
    findings,
    finding_counts: countFindings(findings),
    rules: DEDUPE_RULES.map((rule) => outcomeOf(rule, rows, rule === header.dedupe ? isRepeated : null)),
  };
  return { rows: kept, report };
}

function outcomeOf(
  rule: DedupeRule,
  rows: readonly SheetRow[],
  known: readonly boolean[] | null,
): RuleOutcome {
  const isRepeated = known ?? repeatedRows(rows, rule);
  const repeated = rows.filter((_, at) => isRepeated[at]);
  return {
    rule,
    kept: rows.length - repeated.length,
    duplicates: repeated.length,
    duplicates_value: totalValue(repeated),
  };
}

function repeatedColumn({ field, header }: Header['repeated'][number]): ImportFinding {
  return { ...rowFinding('repeated_column', null, header), column: field, value: header };
}

type Valued = Pick<Deal, 'expected_arr' | 'pipeline'>;

const valueOf = (row: Valued) => dealValue(row) ?? 0;

const totalValue = (rows: readonly Valued[]) =>
  rows.reduce((cents, row) => cents + (toCents(valueOf(row)) ?? 0), 0) / 100;
