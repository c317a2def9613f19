import type { DoubtfulMatch, RunDuplicate, RunFinding, RunReport } from '@app/contracts';
import {
  type Deal,
  doubtfulMatch,
  type ImportFinding,
  type MergedRow,
  type PairedRow,
  type RowDifference,
  type SheetReport,
} from '@app/domain';
import type { FileContent } from './file-content.js';
import { RowDeals } from './row-deals.js';

/** What a run did to the deals of its view. */
export interface DealCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** What a report says besides what was read. */
export interface RunFrame {
  readonly isFirst: boolean;
  /** Milliseconds. */
  readonly duration: number;
  /** Null where there is none. */
  readonly file: Pick<FileContent, 'sheetName' | 'sheetNames'> | null;
}

/** A page of what a run's document has no room for. */
export interface OverflowPage {
  readonly kind: 'finding' | 'duplicate' | 'match';
  /** From 1: page 0 is in the run's own document. Of doubtful matches that has none: they begin with page 0. */
  readonly page: number;
  readonly items: readonly (RunFinding | RunDuplicate | DoubtfulMatch)[];
}

/** Entries of a list in a run's document and in each page: far below the 16 MB a document can hold. */
export const ENTRIES_A_PAGE = 1000;
/** A finding shows the beginning of a longer cell. */
const LONGEST_VALUE = 500;
/** A row that was merged may differ in every field: a thousand of them are still one document. */
const LONGEST_DIFFERENCE = 80;

/** What is known once a sheet was compared with the data of its view. */
export interface Compared {
  readonly counts: DealCounts;
  readonly deals: RowDeals;
  /** Rows of which another deal may be meant, and the deals that were there. */
  readonly doubtful: { readonly rows: readonly PairedRow[]; readonly existing: readonly Deal[] };
}

const NOT_COMPARED: Compared = {
  counts: { added: 0, changed: 0, removed: 0 },
  deals: new RowDeals(),
  doubtful: { rows: [], existing: [] },
};

/** The report as the run's document keeps it: counts, and the first entries of the lists. */
export function runReport(
  sheet: SheetReport,
  { isFirst, duration, file }: RunFrame,
  { counts, deals, doubtful }: Compared = NOT_COMPARED,
): RunReport {
  return {
    ...sheet,
    ...counts,
    sheet_name: file?.sheetName ?? null,
    sheet_names: [...(file?.sheetNames ?? [])],
    duplicates_count: sheet.duplicates.length,
    duplicates: duplicatesIn(sheet, 0, deals),
    findings_count: sheet.findings.length,
    findings: findingsIn(sheet, 0, deals),
    doubtful_matches_count: doubtful.rows.length,
    compared_revision: null,
    headline: [],
    stages: [],
    held: null,
    is_first: isFirst,
    duration_ms: Math.round(duration),
  };
}

/** Everything of a report that {@link runReport} leaves out. */
export function* overflowOf(
  sheet: SheetReport,
  { deals, doubtful }: Omit<Compared, 'counts'> = NOT_COMPARED,
): Generator<OverflowPage> {
  for (const page of pagesAfterFirst(sheet.findings))
    yield { kind: 'finding', page, items: findingsIn(sheet, page, deals) };
  for (const page of pagesAfterFirst(sheet.duplicates))
    yield { kind: 'duplicate', page, items: duplicatesIn(sheet, page, deals) };
  for (let page = 0; page * ENTRIES_A_PAGE < doubtful.rows.length; page++)
    yield { kind: 'match', page, items: matchesIn(doubtful, page) };
}

/** Report of a run that reads no sheet because it removes all there is. */
export const emptySheet = (dedupe: SheetReport['dedupe']): SheetReport => ({
  encoding: 'utf-8',
  separator: ',',
  dedupe,
  date_orders: {},
  unordered_dates: [],
  amount_separators: {},
  header_row: null,
  unknown_columns: [],
  unknown_columns_count: 0,
  proposals: [],
  first_rows: { header: [], rows: [], row_numbers: [] },
  missing_columns: [],
  rows_read: 0,
  kept: 0,
  skipped: 0,
  skipped_value: 0,
  duplicates: [],
  duplicates_value: 0,
  findings: [],
  finding_counts: [],
  rules: [],
});

const pagesAfterFirst = (entries: { readonly length: number }): number[] =>
  Array.from({ length: Math.max(0, Math.ceil(entries.length / ENTRIES_A_PAGE) - 1) }, (_, at) => at + 1);

interface Pageable<Entry> {
  slice(from: number, to: number): Entry[];
}

const pageOf = <Entry>(entries: Pageable<Entry>, page: number): Entry[] =>
  entries.slice(page * ENTRIES_A_PAGE, (page + 1) * ENTRIES_A_PAGE);

const findingsIn = ({ findings }: SheetReport, page: number, deals: RowDeals): RunFinding[] =>
  pageOf(findings, page).map((finding) => listedFinding(finding, deals));

const duplicatesIn = ({ duplicates }: SheetReport, page: number, deals: RowDeals): RunDuplicate[] =>
  pageOf(duplicates, page).map((row) => listedDuplicate(row, deals));

const matchesIn = ({ rows, existing }: Compared['doubtful'], page: number): DoubtfulMatch[] =>
  pageOf(rows, page).map((row) => listedMatch(doubtfulMatch(row, existing)));

const listedMatch = (match: DoubtfulMatch): DoubtfulMatch => ({
  ...match,
  client: shortText(match.client),
  stage_before: shortText(match.stage_before),
  stage_after: shortText(match.stage_after),
});

function listedFinding(finding: ImportFinding, deals: RowDeals): RunFinding {
  const { row, message, value } = finding;
  return {
    ...finding,
    message: shortText(message),
    value: value && shortText(value),
    client: shortText(deals.clientOf(row) ?? '') || null,
    deal_id: deals.dealIdOf(row),
    deal_value: deals.valueOf(row),
  };
}

function listedDuplicate({ deal, ...row }: MergedRow, deals: RowDeals): RunDuplicate {
  const differences = deals.differencesOf({ deal, ...row });
  return {
    ...row,
    client: shortText(row.client),
    stage: shortText(row.stage),
    deal_id: deals.dealIdOf(row.kept_row),
    differences: differences?.map(listedDifference) ?? null,
  };
}

const listedDifference = ({ field, removed, kept }: RowDifference): RowDifference => ({
  field,
  removed: shortValue(removed),
  kept: shortValue(kept),
});

const shortValue = (value: string | number | null) =>
  typeof value === 'string' ? shortText(value, LONGEST_DIFFERENCE) : value;

/** The beginning of a text that is too long for a list. */
export const shortText = (text: string, longest = LONGEST_VALUE): string =>
  text.length > longest ? `${text.slice(0, longest)}…` : text;
