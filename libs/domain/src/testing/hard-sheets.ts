import { readdirSync, readFileSync } from 'node:fs';
import type { DateColumn, DealField } from '../deal/sheet-columns.js';
import type { DateOrder } from '../normalise/index.js';
import type { DedupeRule, DuplicateRow, ImportFinding, SheetReport } from '../ingest/sheet.js';

/** What must come out of a sheet of test/data/hard; its README says what is hard about each. */
export interface HardExpectation {
  readonly file?: string;
  readonly files?: readonly string[];
  readonly options?: { readonly dedupe?: DedupeRule };
  readonly report: Pick<
    SheetReport,
    'encoding' | 'separator' | 'unknown_columns' | 'rows_read' | 'kept' | 'skipped' | 'duplicates_value'
  > & {
    readonly date_orders: Partial<Record<DateColumn, DateOrder>>;
    readonly duplicates: number;
    readonly duplicate_rows?: readonly DuplicateRow[];
    readonly finding_counts: readonly { code: string; column: string | null; count: number }[];
    readonly findings?: readonly Partial<ImportFinding>[];
  };
  /** Records that are kept; what is null or "" is left out. */
  readonly records?: readonly Partial<Record<DealField, string | number>>[];
  readonly changes?: { readonly added: number; readonly changed: number; readonly removed: number };
  readonly without_stage?: { readonly count: number; readonly value: number };
  readonly periods: readonly {
    readonly from: string;
    readonly to: string;
    readonly as_of: string;
    /** Metrics that are 0 or null are left out. */
    readonly metrics: Readonly<Record<string, { readonly value: number }>>;
  }[];
}

const FOLDER = new URL('../../../../test/data/hard/', import.meta.url);
const ENDING = '.expected.json';
/** Lists that are longer are left out of the expectations. */
const LONGEST_LIST = 60;

/** The bytes of a file of test/data/hard. */
export const hardFile = (name: string): Uint8Array => readFileSync(new URL(name, FOLDER));

/** Every sheet of test/data/hard: its name and what must come out. */
export const HARD_SHEETS: readonly (readonly [string, HardExpectation])[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith(ENDING))
  .map((name) => [
    name.slice(0, -ENDING.length),
    JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as HardExpectation,
  ]);

/** The files of an expectation, in the order in which they are uploaded. */
export const filesOf = ({ file, files }: HardExpectation): readonly string[] => files ?? (file ? [file] : []);

/** Whether an expectation lists all there is; else it lists only what is worth a look. */
export const isListed = (length: number): boolean => length <= LONGEST_LIST;
