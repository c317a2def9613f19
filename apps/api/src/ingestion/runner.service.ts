import type { Readable } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import type { RunRollback } from '@app/contracts';
import { DEAL_FIELDS, today } from '@app/domain';
import { Config } from '../config/config.js';
import { DatabaseLink } from '../database/database-link.js';
import { RecordCollectionsRepository } from '../datasets/record-collections.repository.js';
import type { ViewMetadata } from '../datasets/metadata-document.js';
import { MetadataRepository } from '../datasets/metadata.repository.js';
import { UndecidedRunsService } from './runs/undecided-runs.service.js';
import { SettingsService } from '../settings/settings.service.js';
import { IngestThreads } from './ingest-threads.js';
import { ProgressWriter } from './progress-writer.js';
import { PublisherService } from './publisher.service.js';
import { ReadingMemoryService } from './reading-memory.service.js';
import type { QueuedRun } from './queued-run.js';
import type { RunDocument } from './runs/run-document.js';
import { type LastReadings, lastReadings } from './runs/last-readings.js';
import { type RunEnd, RunsRepository, type Told } from './runs/runs.repository.js';
import { FetchFault } from './sources/fetch-fault.js';
import { SheetFetcherService } from './sources/sheet-fetcher.service.js';
import { SameSourceService } from './same-source.service.js';
import { SpoolService } from './spool.service.js';
import { RunAuditService } from './run-audit.service.js';
import { SettlementService } from './settlement.service.js';
import type { IngestGate, IngestJob, IngestOutcome, RollbackTarget } from './staging/ingest-job.js';
import type { StoredView } from '../views/stored-view.js';
import { stagingName } from './staging/staging-ref.js';

/** Carries out one run under the view's lease: the worker thread, then the publish. */
@Injectable()
export class RunnerService {
  private readonly log = new Logger('Ingestion');

  constructor(
    private readonly config: Config,
    private readonly link: DatabaseLink,
    private readonly runs: RunsRepository,
    private readonly metadata: MetadataRepository,
    private readonly collections: RecordCollectionsRepository,
    private readonly settlement: SettlementService,
    private readonly publisher: PublisherService,
    private readonly spool: SpoolService,
    private readonly settings: SettingsService,
    private readonly undecided: UndecidedRunsService,
    private readonly fetcher: SheetFetcherService,
    private readonly threads: IngestThreads,
    private readonly memory: ReadingMemoryService,
    private readonly sameSource: SameSourceService,
    private readonly audit: RunAuditService,
  ) {}

  /**
   * Carries out a run whose view's lease this process has.
   *
   * @returns false when it has lost that lease before the run began: the run still waits for its turn
   * @throws Error when the run could not be carried out; what the sheet itself gets wrong ends it as failed
   */
  async carryOut(queued: QueuedRun, stopping: AbortSignal): Promise<boolean> {
    stopping.throwIfAborted();
    // What an earlier run of another process left half done is settled first: its revision counts.
    if (!(await this.settlement.settleOthers(queued.view, queued.run.id))) return false;
    if (!(await this.runs.begin(queued.run.id))) throw new Error('it was ended before its turn came');
    const run = await this.withFile(queued, stopping);
    if (run !== null) await this.readAndPublish({ ...queued, run }, stopping);
    return true;
  }

  private async readAndPublish(queued: QueuedRun, stopping: AbortSignal): Promise<void> {
    const before = await this.metadata.ofView(queued.view);
    if (isSample(queued) && !before.sample && before.recordsCount > 0)
      throw new Error('the view has data of its own by now');
    const job = await this.jobOf(queued, before);
    const same = await this.sameSource.of(queued.run, job, before);
    await this.conclude(queued, { job, before }, await this.work({ ...job, same }, stopping));
  }

  /** The run once its file is there; null where it could not be fetched, and the run has ended. */
  private async withFile(
    { view, run, path, wanted }: QueuedRun,
    stopping: AbortSignal,
  ): Promise<RunDocument | null> {
    if (!wanted || path === null) return run;
    await this.runs.advance(run.id, { phase: 'fetching', rows_read: 0, fraction: 0.01 });
    try {
      const write = (content: Readable) => this.spool.write(path, content);
      const size = await this.fetcher.fetch(wanted, write, stopping);
      const source = { ...run.source, size };
      await this.runs.noteSource(run.id, source);
      return { ...run, source };
    } catch (error) {
      if (!(error instanceof FetchFault)) throw error;
      await this.end(view, run, { status: 'failed', revision: null, error: error.message });
      return null;
    }
  }

  /** The spool file is of no use after the run, nor is what was kept of a run that waits for nothing any more. */
  async cleanUp({ path, run }: QueuedRun): Promise<void> {
    if (path !== null) await this.spool.remove(path);
    if (run.decided_by !== null || run.file_kept) await this.undecided.forget([run.id]);
  }

  private async work(job: IngestJob, stopping: AbortSignal): Promise<IngestOutcome> {
    const progress = new ProgressWriter((each) => this.runs.advance(job.runId, each));
    const thread = this.threads.start(job, (each) => progress.show(each));
    const stop = (): void => void thread.stop();
    stopping.addEventListener('abort', stop, { once: true });
    try {
      return await thread.outcome;
    } finally {
      stopping.removeEventListener('abort', stop);
      await progress.stop();
    }
  }

  private async conclude(
    queued: QueuedRun,
    { job, before }: { job: IngestJob; before: ViewMetadata },
    outcome: IngestOutcome,
  ): Promise<void> {
    const { run, view } = queued;
    if (outcome.report) await this.runs.keepReport(run.id, outcome.report, toldBy(outcome));
    if (outcome.kind === 'failed' && outcome.isKept) await this.runs.noteFile(run.id);
    if (outcome.kind === 'failed' && outcome.rule !== null)
      this.log.warn(`Run ${run.id} of ${view.name} was refused by ${outcome.rule}.`);
    if (outcome.kind !== 'staged') {
      const error = outcome.kind === 'failed' ? outcome.error : null;
      const told = { ...run, report: outcome.report };
      await this.end(view, told, { status: outcome.kind, revision: null, error });
      if (outcome.kind === 'unchanged') await this.memory.remember(view, run);
      else await this.undecided.keepBound(run);
      return;
    }
    const publishing = {
      revision: job.revision,
      run_id: run.id,
      staging: job.staging,
      staging_uuid: outcome.uuid,
      records_count: outcome.count,
      last_update: new Date(),
      // Data that was brought back came from where it came from at first.
      source_type: run.source.url === null ? 'csv' : 'google_sheets',
      source_url: run.source.url,
      sample: isSample(queued),
    } as const;
    await this.publisher.publish(view, publishing, outcome.records);
    await this.memory.remember(view, run);
    const { revision } = job;
    const end = { status: 'published', revision, error: null, finished_at: new Date() } as const;
    if (!(await this.runs.end(run.id, end))) return;
    const after = { revision, records: outcome.count };
    await this.audit.published(view, run, {
      before: { revision: before.revision, records: before.recordsCount },
      after,
    });
  }

  private async end(view: StoredView, run: RunDocument, end: Omit<RunEnd, 'finished_at'>): Promise<void> {
    if (await this.runs.end(run.id, { ...end, finished_at: new Date() }))
      await this.audit.ended(view, run, end);
  }

  private async targetOf(viewId: string, { run: id, revision }: RunRollback): Promise<RollbackTarget> {
    const found = await this.runs.published(viewId, id);
    const last = lastReadings(await this.runs.publishedReadings(viewId), id);
    const { date_orders = {}, unordered_dates = [], amount_separators = {} } = last ?? {};
    const facts = { date_orders, unordered_dates, amount_separators };
    const missing_columns = last?.missing_columns ?? [];
    return { revision, digest: found?.data_digest ?? null, ...facts, missing_columns };
  }

  private async gateOf(run: RunDocument, last: LastReadings | null): Promise<IngestGate> {
    const missing = last?.missing_columns;
    return {
      limits: (await this.settings.current()).refresh_gate,
      lastColumns: missing ? DEAL_FIELDS.filter((field) => !missing.includes(field)) : null,
      lastSeparators: last?.amount_separators ?? {},
      answered: run.decided_by === null ? null : { shown: run.shown ?? null },
    };
  }

  private async jobOf({ run, view, path }: QueuedRun, before: ViewMetadata): Promise<IngestJob> {
    if (view.collection === null) throw new Error(`${view.name} has no data of its own`);
    const last =
      before.runId === null ? null : lastReadings(await this.runs.publishedReadings(view.id), before.runId);
    const settings = await this.settings.current();
    return {
      runId: run.id,
      viewId: view.id,
      isPreview: run.dry_run && run.decided_by === null,
      collection: view.collection,
      staging: stagingName(this.link.dbName, view.collection, run.id),
      revision: before.revision + 1,
      path,
      sheetName: run.reading.sheet,
      rollback: run.rollback ? await this.targetOf(view.id, run.rollback) : null,
      dateOrder: this.config.dateOrder,
      lastDateOrders: last?.date_orders ?? {},
      lastUnorderedDates: last?.unordered_dates ?? [],
      choices: await this.memory.choicesFor(view, run),
      currency: this.config.currency,
      clock: {
        asOf: today(Date.now(), this.config.timeZone),
        weights: settings.weights,
        revenueSpan: settings.revenue_span,
      },
      rowLimit: settings.row_limit,
      dedupe: run.dedupe,
      mode: run.mode,
      isFirst: before.sample || (await this.collections.count(view.collection)) === 0,
      mayEndUnchanged: path !== null && !before.sample,
      gate: run.source.type === 'sample' ? null : await this.gateOf(run, last),
      same: null,
      uri: this.link.uri,
      clientOptions: this.link.workOptions,
      dbName: this.link.dbName,
    };
  }
}

/** Whether it loads a sample; one without a file removes it. */
const isSample = ({ run, path }: QueuedRun): boolean => run.source.type === 'sample' && path !== null;

function toldBy(outcome: IngestOutcome): Told {
  if (outcome.kind === 'staged') return { data_digest: outcome.digest };
  return 'shown' in outcome ? { shown: outcome.shown } : {};
}
