import type { RunPhase, RunReport } from '@app/contracts';
import {
  headline,
  isDoubtful,
  readSheet,
  type Sheet,
  SheetError,
  type SheetErrorCode,
  stageChanges,
} from '@app/domain';
import type { Db } from 'mongodb';
import { collectGarbage } from './collect-garbage.js';
import { compare, compareRebuilt, type Comparison } from './compare.js';
import { keepFile } from './kept-file.js';
import { holdOf, isAnswered } from './hold.js';
import type { Ingested, IngestJob } from './ingest-job.js';
import { type FileContent, readContent } from './file-content.js';
import { writeChanges } from './record-changes.js';
import { rebuild, rebuiltAgain } from './rebuild.js';
import { RowDeals } from './row-deals.js';
import { type Compared, emptySheet, overflowOf, runReport } from './run-report.js';
import { sameAgain } from './same-again.js';
import { digestOf } from './shown.js';
import {
  assertUntouched,
  dropStaging,
  fillStaging,
  importedDataset,
  makeStaging,
  type Staging,
} from './staging-collection.js';
import { StorageRefusal } from './storage-refusal.js';
import type { Successors } from './unseen-changes.js';
import { WorkbookError } from '../workbooks/workbook-error.js';

/** Told how far the work is: the phase, the rows read, and the share of the whole run from 0 to 1. */
export type OnProgress = (phase: RunPhase, rowsRead: number, fraction: number) => void;

type Read = Sheet;
type Tabs = Pick<FileContent, 'sheetName' | 'sheetNames'>;
type Staged = Extract<Ingested, { kind: 'staged' }>;

/**
 * Everything of a run but the publish: reads the sheet, finds out which deals its rows are and what changes, and
 * fills the staging collection. The live collection is only read.
 */
export async function ingest(job: IngestJob, database: Db, onProgress: OnProgress): Promise<Ingested> {
  const started = performance.now();
  const unchanged = await sameAgain(job, database.collection(job.collection));
  if (unchanged) return unchanged;
  const report = (sheet: Read['report'], compared?: Compared): RunReport =>
    runReport(
      sheet,
      { isFirst: job.isFirst, duration: performance.now() - started, file: content },
      compared,
    );
  let sheet: Read | null = null;
  let content: Tabs | null = null;
  try {
    sheet = await readJob(job, onProgress, (read) => (content = read));
    collectGarbage();
    return await stage(job, database, sheet, { report, onProgress });
  } catch (error) {
    if (![SheetError, StorageRefusal, WorkbookError].some((kind) => error instanceof kind)) throw error;
    if (error instanceof WorkbookError) content = { sheetName: null, sheetNames: error.sheetNames };
    const read = (error instanceof SheetError ? error.report : sheet?.report) ?? unreadTab(job, content);
    // What was read of a sheet that was compared is kept already.
    if (!sheet && read) await keepOverflow(job, database, read);
    const isKept = isReadableOtherwise(error, content) && (await keepUnread(job, database));
    const rule = error instanceof StorageRefusal ? error.what : null;
    return { kind: 'failed', error: (error as Error).message, report: read && report(read), isKept, rule };
  }
}

/** The bytes of the file go when this is done: they may be many, and storing takes longer than reading. */
async function readJob(
  job: IngestJob,
  onProgress: OnProgress,
  tell: (content: Omit<FileContent, 'source'>) => void,
): Promise<Read> {
  const { path, dateOrder, lastDateOrders, lastUnorderedDates, currency, dedupe, rowLimit } = job;
  if (path === null) return { rows: [], columns: [], report: { ...emptySheet(dedupe), ...factsOf(job) } };
  const { source, ...content } = await readContent(path, job, telling(onProgress));
  tell(content);
  return readSheet(source, {
    ...job.choices,
    dateOrder,
    lastDateOrders,
    lastUnorderedDates,
    currency,
    dedupe,
    rowLimit,
    onProgress: (rows) => onProgress('reading', rows, 0.1 + 0.2 * shareOf(rows, content.size)),
  });
}

const telling =
  (onProgress: OnProgress) =>
  (rows: number, size: number): void =>
    onProgress('reading', rows, 0.02 + 0.08 * shareOf(rows, size));

/* How many rows there are is not known before the end: the share follows a curve that never gets there. */
const shareOf = (rows: number, size: number) => rows / (rows + size / 400);

/** The next import compares its columns with those of the sheet that the data came from. */
function factsOf({ rollback }: IngestJob): Partial<Read['report']> {
  if (!rollback) return {};
  const { date_orders, unordered_dates, amount_separators, missing_columns } = rollback;
  return { date_orders, unordered_dates, amount_separators, missing_columns };
}

interface Telling {
  report: (sheet: Read['report'], compared: Compared) => RunReport;
  onProgress: OnProgress;
}

async function stage(
  job: IngestJob,
  database: Db,
  sheet: Read,
  { report, onProgress }: Telling,
): Promise<Ingested> {
  const live = database.collection(job.collection);
  const rows = sheet.report.rows_read;
  onProgress('comparing', rows, 0.35);
  const rebuilt = job.rollback && (await rebuild(database, job, job.rollback));
  const comparison = rebuilt ? await compareRebuilt(live, rebuilt) : await compare(job, database, sheet);
  // The deals have what the rows had.
  sheet.rows.length = 0;
  const numbers = numbersOf(job, comparison);
  collectGarbage();
  const { existing, deals, difference, counts } = comparison;
  const compared: Compared = {
    counts,
    deals: new RowDeals(comparison.rows, sheet.report.duplicates),
    doubtful: { rows: comparison.rows.filter(isDoubtful), existing: existing.deals },
  };
  await keepOverflow(job, database, sheet.report, compared);
  const compared_revision = job.revision - 1;
  const told = (held: RunReport['held']): RunReport => ({
    ...report(sheet.report, compared),
    compared_revision,
    held,
    ...numbers,
  });
  if (job.mayEndUnchanged && !job.isPreview && counts.added + counts.changed + counts.removed === 0) {
    return { kind: 'unchanged', report: told(null) };
  }
  const held = holdOf(job, sheet, comparison);
  onProgress('storing', rows, 0.45);
  if (job.isPreview || (held && !isAnswered(job, held))) {
    if (job.path !== null) await keepFile(database, job.runId, job.path);
    await keepChanges(null);
    const shown = { digest: digestOf(difference), revision: compared_revision };
    return { kind: job.isPreview ? 'preview' : 'held', report: told(held), shown };
  }
  const staging = await makeStaging(database, job);
  let filled: Pick<Staged, 'digest' | 'records'>;
  try {
    filled = await fill(staging);
  } catch (error) {
    await dropStaging(database, job);
    throw error;
  }
  onProgress('publishing', rows, 0.9);
  return { kind: 'staged', report: told(held), uuid: staging.uuid, count: deals.length, ...filled };

  async function fill(made: Staging): Promise<Pick<Staged, 'digest' | 'records'>> {
    const dataset = rebuilt
      ? rebuiltAgain(rebuilt, comparison)
      : importedDataset({ live, staging: made }, comparison);
    await fillStaging(live, made, dataset, (written) =>
      onProgress('storing', rows, 0.45 + 0.35 * (written / deals.length)),
    );
    collectGarbage();
    await keepChanges({ deals, ...dataset });
    await assertUntouched(database, made);
    return { digest: String(dataset.digest), records: dataset.records };
  }

  async function keepChanges(successors: Successors | null): Promise<void> {
    const changes = database.collection('record_changes');
    const frame = { run_id: job.runId, revision: job.revision, view_id: job.viewId };
    await writeChanges({ changes, live }, frame, { difference, existing, successors });
  }
}

/** What the import does to the numbers that people look at first. */
function numbersOf(
  { clock }: IngestJob,
  { existing, deals }: Comparison,
): Pick<RunReport, 'headline' | 'stages'> {
  const after = deals.map(({ deal }) => deal);
  return {
    headline: headline(existing.deals, after, clock),
    stages: stageChanges(existing.deals, after),
  };
}

/** What another header, or other columns, may put right. */
const READABLE_OTHERWISE: readonly SheetErrorCode[] = [
  'no_client_column',
  'no_header',
  'header_only',
  'no_row_to_keep',
];

/* Of a sheet, one of several in a workbook, or a workbook without the one that was named, people can say more. */
function isReadableOtherwise(error: unknown, tabs: Tabs | null): boolean {
  const count = tabs?.sheetNames.length ?? 0;
  if (error instanceof WorkbookError) return count > 0;
  return error instanceof SheetError && (count > 1 || READABLE_OTHERWISE.includes(error.code));
}

/** Of a workbook that has other sheets than one that cannot be read: its report names them. */
const unreadTab = ({ dedupe }: IngestJob, tabs: Tabs | null): Read['report'] | null =>
  tabs && tabs.sheetNames.length > 0 ? { ...emptySheet(dedupe), separator: null } : null;

async function keepUnread({ runId, path }: IngestJob, database: Db): Promise<boolean> {
  if (path === null) return false;
  await keepFile(database, runId, path);
  return true;
}

async function keepOverflow(
  { runId }: IngestJob,
  database: Db,
  sheet: Read['report'],
  compared?: Compared,
): Promise<void> {
  // A run that waited for a decision is read once more when somebody publishes it.
  await database.collection('ingestion_findings').deleteMany({ run_id: runId });
  // One at a time: a page may hold long cells.
  for (const page of overflowOf(sheet, compared))
    await database.collection('ingestion_findings').insertOne({ run_id: runId, ...page });
}
