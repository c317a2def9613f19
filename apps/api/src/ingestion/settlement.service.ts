import { Injectable } from '@nestjs/common';
import { RecordCollectionsRepository } from '../datasets/record-collections.repository.js';
import type { Publishing } from '../datasets/metadata-document.js';
import { MetadataRepository } from '../datasets/metadata.repository.js';
import { RecordSetsService } from '../datasets/record-sets.service.js';
import type { StoredView } from '../views/stored-view.js';
import { dataLease } from './data-lease.js';
import { LeasesService } from '../leases/leases.service.js';
import { LeftoversRepository } from './runs/leftovers.repository.js';
import { RunAuditService } from './run-audit.service.js';
import { ReadingMemoryService } from './reading-memory.service.js';
import type { RunDocument } from './runs/run-document.js';
import { RunsRepository } from './runs/runs.repository.js';
import { UndecidedRunsRepository } from './runs/undecided-runs.repository.js';
import type { StagingRef } from './staging/staging-ref.js';

/** Why a run failed whose process died, or was paused until another one took over. */
export const INTERRUPTED =
  'The server stopped while this file was being brought in. The data is as it was before: upload the file again.';

const BACK_INTERRUPTED =
  'The server stopped while earlier data was being brought back. The data is as it was before: go back again.';

const READING_INTERRUPTED =
  'The server stopped while this file was being read. The data is as it was before, and the file is still here: read it again.';

/** Nobody uploads a file to go back, nor one that is there. */
function reasonFor(run: RunDocument | null, reason: string): string {
  if (reason !== INTERRUPTED || !run) return reason;
  if (run.rollback) return BACK_INTERRUPTED;
  return run.file_kept ? READING_INTERRUPTED : reason;
}

/**
 * Ends runs that cannot go on, so that what they say is what readers see. A rename carries no condition and may come
 * late, from a process that was paused or through a connection that was given up. So the order is: take the run over,
 * which keeps its process from beginning a publish; drop its staging collection, which waits for a rename under way
 * and lets a later one find nothing; and only then look at whose data is live.
 */
@Injectable()
export class SettlementService {
  constructor(
    private readonly leases: LeasesService,
    private readonly runs: RunsRepository,
    private readonly metadata: MetadataRepository,
    private readonly collections: RecordCollectionsRepository,
    private readonly leftovers: LeftoversRepository,
    private readonly sets: RecordSetsService,
    private readonly memory: ReadingMemoryService,
    private readonly undecided: UndecidedRunsRepository,
    private readonly audit: RunAuditService,
  ) {}

  /**
   * Published when its data is live, and then not before readers get it; else failed with the reason, without a trace.
   * One that somebody decided to publish, and that was interrupted, is queued to show once more what it would change;
   * such a run is left alone: whoever looks for runs without a process takes it up.
   */
  async settleRun(view: StoredView, id: string, reason: string): Promise<void> {
    const run = await this.runs.takeOver(id, this.leases.owner);
    const announced = await this.announcedBy(view, id, run);
    const staging = await this.stagingOf(view, run, announced);
    if (staging) await this.leftovers.dropStaging(staging);
    const revision = await this.revisionOf(view, id, announced);
    if (revision === null) {
      const isFailed = await this.endFailed(id, reasonFor(run, reason), reason === INTERRUPTED);
      if (run && isFailed)
        await this.audit.ended(view, run, { status: 'failed', error: reasonFor(run, reason) });
    } else if (run) await this.endPublished(view, run, revision);
  }

  /**
   * For the process of a run, once its worker stands still: removes what a cancelled run wrote.
   *
   * @returns whether it was cancelled
   */
  async sweepCancelled(id: string): Promise<boolean> {
    if ((await this.runs.statusOf(id)) !== 'cancelled') return false;
    const staging = await this.runs.stagingOf(id);
    if (staging) await this.leftovers.dropStaging(staging);
    await this.leftovers.removeChanges(id);
    await this.leftovers.removeReading(id);
    return true;
  }

  /**
   * For whoever holds the view's lease: any other run under way has lost it, whether its process is alive or not. The
   * lease is confirmed after they were looked up: a process that was paused would else end the run of the one that has
   * the lease by now.
   *
   * @returns false when another process has the lease: nothing was settled
   */
  async settleOthers(view: StoredView, mine: string | null = null): Promise<boolean> {
    const others = (await this.runs.unfinished())
      .filter(({ view_id, status, settling }) => view_id === view.id && (status === 'running' || settling))
      .map(({ id }) => id);
    const { publishing } = await this.metadata.ofView(view);
    if (!(await this.leases.confirm(dataLease(view)))) return false;
    const found = new Set(publishing ? [...others, publishing.run_id] : others);
    for (const id of found) if (id !== mine) await this.settleRun(view, id, INTERRUPTED);
    return true;
  }

  private async announcedBy(
    view: StoredView,
    id: string,
    run: RunDocument | null,
  ): Promise<Publishing | null> {
    const { publishing } = await this.metadata.ofView(view);
    return publishing?.run_id === id ? publishing : (run?.publishing ?? null);
  }

  private async stagingOf(
    view: StoredView,
    run: RunDocument | null,
    announced: Publishing | null,
  ): Promise<StagingRef | null> {
    if (run?.staging) return run.staging;
    if (announced) return { name: announced.staging, uuid: announced.staging_uuid };
    if (run?.staging !== undefined || view.collection === null || run === null) return null;
    // Earlier versions did not store the name of the collection: it was that of the unfinished run.
    const name = `${view.collection}__staging_${run.id}`;
    return { name, uuid: await this.collections.uuidOf(name) };
  }

  /** Finishes or withdraws what a run announced. @returns the revision it made; null when its data is not live */
  private async revisionOf(
    view: StoredView,
    id: string,
    announced: Publishing | null,
  ): Promise<number | null> {
    if (announced && view.collection !== null) {
      const live = await this.collections.uuidOf(view.collection);
      if (live === announced.staging_uuid) await this.metadata.finish(view, announced);
    }
    // What is finished is not announced any more.
    await this.metadata.withdraw(id);
    const { runId, revision } = await this.metadata.ofView(view);
    return runId === id ? revision : null;
  }

  private async endPublished(view: StoredView, run: RunDocument, revision: number): Promise<void> {
    await this.sets.serve(view, revision);
    await this.memory.remember(view, run);
    const { id } = run;
    const end = { status: 'published', revision, error: null, finished_at: new Date() } as const;
    if (!(await this.runs.end(id, end))) return;
    const { recordsCount: records } = await this.metadata.ofView(view);
    await this.audit.published(view, run, { after: { revision, records } });
  }

  /**
   * A run that has ended in another way was published and has been replaced since: its changes count.
   *
   * @returns whether this ended it
   */
  private async endFailed(id: string, reason: string, isInterrupted: boolean): Promise<boolean> {
    const status = await this.runs.statusOf(id);
    if (status !== null && !['queued', 'running', 'failed'].includes(status)) return false;
    if (await this.runs.isResumable(id)) return false;
    await this.leftovers.removeChanges(id);
    if (isInterrupted && (await this.undecided.showAgain(id, this.leases.owner))) return false;
    return this.runs.end(id, { status: 'failed', revision: null, error: reason, finished_at: new Date() });
  }
}
