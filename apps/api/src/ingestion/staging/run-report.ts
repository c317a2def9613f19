import type { DuplicateRow, ImportFinding, RunReport } from '@app/contracts';
import type { SheetReport } from '@app/domain';
import type { FileContent } from './file-content.js';

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
  readonly kind: 'finding' | 'duplicate';
  /** From 1: page 0 is in the run's own document. */
  readonly page: number;
  readonly items: readonly (ImportFinding | DuplicateRow)[];
}

/** Entries of a list in a run's document and in each page: far below the 16 MB a document can hold. */
export const ENTRIES_A_PAGE = 1000;
/** A finding shows the beginning of a longer cell. */
const LONGEST_VALUE = 500;

const NOTHING_DONE: DealCounts = { added: 0, changed: 0, removed: 0 };

/** The report as the run's document keeps it: counts, and the first entries of the lists. */
export function runReport(
  sheet: SheetReport,
  { isFirst, duration, file }: RunFrame,
  counts: DealCounts = NOTHING_DONE,
): RunReport {
  return {
    ...sheet,
    ...counts,
    sheet_name: file?.sheetName ?? null,
    sheet_names: [...(file?.sheetNames ?? [])],
    duplicates_count: sheet.duplicates.length,
    duplicates: sheet.duplicates.slice(0, ENTRIES_A_PAGE).map(shortDuplicate),
    findings_count: sheet.findings.length,
    findings: sheet.findings.slice(0, ENTRIES_A_PAGE).map(shortFinding),
    compared_revision: null,
    headline: [],
    stages: [],
    held: null,
    is_first: isFirst,
    duration_ms: Math.round(duration),
  };
}

/** Everything of a report that {@link runReport} leaves out. */
export function overflowOf(sheet: SheetReport): OverflowPage[] {
  return [
    ...pages('finding', sheet.findings.map(shortFinding)),
    ...pages('duplicate', sheet.duplicates.map(shortDuplicate)),
  ];
}

/** Report of a run that reads no sheet because it removes all there is. */
export const emptySheet = (dedupe: SheetReport['dedupe']): SheetReport => ({
  encoding: 'utf-8',
  separator: ',',
  dedupe,
  date_orders: {},
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

function pages(kind: OverflowPage['kind'], items: readonly (ImportFinding | DuplicateRow)[]): OverflowPage[] {
  const count = Math.max(0, Math.ceil(items.length / ENTRIES_A_PAGE) - 1);
  return Array.from({ length: count }, (_, index) => {
    const page = index + 1;
    return { kind, page, items: items.slice(page * ENTRIES_A_PAGE, (page + 1) * ENTRIES_A_PAGE) };
  });
}

const shortFinding = (finding: ImportFinding): ImportFinding => ({
  ...finding,
  message: shortText(finding.message),
  value: finding.value === null ? null : shortText(finding.value),
});

const shortDuplicate = (row: DuplicateRow): DuplicateRow => ({
  ...row,
  client: shortText(row.client),
  stage: shortText(row.stage),
});

/** The beginning of a text that is too long for a list. */
export const shortText = (text: string): string =>
  text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
