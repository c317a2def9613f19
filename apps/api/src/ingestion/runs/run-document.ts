import type {
  DedupeRule,
  IngestionRun,
  IngestionRunSummary,
  RunDuplicate,
  RunFinding,
  RunReport,
  RunReportSummary,
} from '@app/contracts';
import { countFindings, type FindingCount } from '@app/domain';
import type { mongo } from 'mongoose';
import type { Publishing } from '../../datasets/metadata-document.js';
import type { Shown } from '../staging/shown.js';
import type { StagingRef } from '../staging/staging-ref.js';
import { NOTHING_SAID, type StoredRunReading, toRunReading } from './run-reading.js';
import { Refusal } from '../../refusals/refusal.js';
import type { StoredView } from '../../views/stored-view.js';

/**
 * A run as stored in `ingestion_runs`: what the API answers, with instants as dates, and what its process needs.
 * Lists in the report hold their first 1,000 entries; the rest lies in `ingestion_findings`.
 */
export interface RunDocument extends Omit<
  IngestionRun,
  'started_at' | 'finished_at' | 'decided_at' | 'history_kept' | 'reading'
> {
  _id?: mongo.ObjectId;
  started_at: Date;
  finished_at: Date | null;
  /** Runs of earlier versions have no decision. */
  decided_at: Date | null;
  /** How it was told to read its file. */
  reading: StoredRunReading;
  /** The view's rule when the run began. */
  dedupe: DedupeRule;
  /** Process that carries it out: an unfinished run ends with its process. */
  owner: string;
  /** Collection it fills; null before, missing in runs of versions that did not note it. */
  staging?: StagingRef | null;
  /** What the person saw who decides on it; missing where nobody has to, and in runs of earlier versions. */
  shown?: Shown;
  /** Tells its file, and how that is read, from any other; missing in runs without one. */
  source_hash?: string;
  /** Digest of the dataset that it made; missing in runs of earlier versions, whose changes tell less. */
  data_digest?: string;
  /** True once retention has begun to remove its changes: no revision before it can be rebuilt any more. */
  changes_removed?: boolean;
  /** True until all of it is removed. */
  removing_changes?: boolean;
  /** What it was about to publish when its process last could. */
  publishing?: Publishing;
  /** True once somebody has begun to end it: its process may publish nothing any more. */
  settling?: boolean;
}

/** A stored run without the lists of its report, which may be megabytes. */
export type RunOutline = Omit<RunDocument, 'report'> & { report: RunReportSummary | null };

/** What an outline leaves of a stored run, as a projection. */
export const OUTLINE = {
  'report.findings': 0,
  'report.duplicates': 0,
  'report.unknown_columns': 0,
  'report.proposals': 0,
  'report.first_rows': 0,
} as const;

/** A run as the API answers it. */
export const toRun = ({ report, ...outline }: RunDocument): IngestionRun => ({
  ...toSummary({ ...outline, report: null }),
  report: report && toReport(report),
});

/** A run as lists have it. */
export function toSummary(outline: RunOutline): IngestionRunSummary {
  const { id, view_id, status, mode, source, started_by, revision, progress, error, report } = outline;
  const { dry_run = false, reading = NOTHING_SAID, rollback = null } = outline as Partial<RunOutline>;
  const { decided_by = null, decided_at = null } = outline as Partial<RunOutline>;
  // Runs of earlier versions kept a file only while they were held.
  const { file_kept = status === 'held' } = outline as Partial<RunOutline>;
  return {
    id,
    view_id,
    status,
    mode,
    dry_run,
    reading: toRunReading(reading),
    file_kept,
    rollback,
    history_kept: outline.changes_removed !== true,
    source,
    started_by,
    started_at: outline.started_at.toISOString(),
    finished_at: outline.finished_at?.toISOString() ?? null,
    revision,
    progress,
    error,
    decided_by,
    decided_at: decided_at?.toISOString() ?? null,
    report: report && toReportSummary(report),
  };
}

/* Reports of earlier versions lack fields: what they did not count is counted in what they kept. */
function toReport(report: RunReport): RunReport {
  const { finding_counts, unknown_columns = [], ...known } = report as Partial<RunReport>;
  const findings = report.findings.map(asFinding);
  return {
    ...report,
    ...toReportSummary(report),
    unknown_columns: unknown_columns.slice(0, MOST_UNKNOWN),
    unknown_columns_count: known.unknown_columns_count ?? unknown_columns.length,
    proposals: known.proposals ?? [],
    first_rows: known.first_rows ?? { header: [], rows: [], row_numbers: [] },
    findings,
    duplicates: report.duplicates.map(asDuplicate),
    finding_counts: (finding_counts ?? countFindings(findings)).map(asCount),
  };
}

/* The findings that an earlier version kept are not there to be counted. */
function toReportSummary<Report extends RunReportSummary>(report: Report): Report {
  const {
    held,
    finding_counts = [],
    header_row = null,
    unknown_columns_count = 0,
    compared_revision = null,
    headline = [],
    stages = [],
  } = report as Partial<RunReportSummary>;
  const {
    sheet_name = null,
    sheet_names = [],
    doubtful_matches_count = 0,
    unordered_dates = [],
    amount_separators = {},
  } = report as Partial<RunReportSummary>;
  return {
    ...report,
    held: held
      ? { ...held, reasons: held.reasons.map((reason) => ({ ...NOTHING_UNKNOWN, ...reason })) }
      : null,
    compared_revision,
    headline,
    stages,
    sheet_name,
    sheet_names,
    doubtful_matches_count,
    unordered_dates,
    amount_separators,
    finding_counts: finding_counts.map(asCount),
    header_row,
    unknown_columns_count,
  };
}

/** Earlier versions kept all. */
const MOST_UNKNOWN = 100;
const NOTHING_UNKNOWN = { unknown: [], stages: [], before: null, after: null };

/* Earlier versions noted less of each entry. */
export const asFinding = (stored: RunFinding): RunFinding => ({ ...UNNOTED_FINDING, ...stored });
export const asDuplicate = (stored: RunDuplicate): RunDuplicate => ({ ...UNNOTED_DUPLICATE, ...stored });
const asCount = (stored: FindingCount): FindingCount => ({ ...UNVALUED, ...stored });

const UNNOTED_FINDING = { count: null, sum: null, client: null, deal_id: null, deal_value: null };
const UNNOTED_DUPLICATE = { kept_row: null, deal_id: null, differences: null };
const UNVALUED = { amounts: null, value: null };

export const noRun = ({ name }: StoredView, id: string): Refusal =>
  new Refusal('absent', `${name} has no run "${id}".`);
