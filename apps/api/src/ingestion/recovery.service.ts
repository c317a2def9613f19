import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { loggedReason } from '../database/trouble.js';
import { DatabaseLink } from '../database/database-link.js';
import { Repeating } from '../database/repeating.js';
import { Startup, STARTUP_ORDER } from '../database/startup.js';
import { RecordCollectionsRepository } from '../datasets/record-collections.repository.js';
import { MetadataRepository } from '../datasets/metadata.repository.js';
import type { StoredView } from '../views/stored-view.js';
import { ViewsService } from '../views/views.service.js';
import { dataLease } from './data-lease.js';
import { LeasesService } from '../leases/leases.service.js';
import { LeftoversRepository } from './runs/leftovers.repository.js';
import { RereadingService } from './rereading.service.js';
import type { RunDocument } from './runs/run-document.js';
import { RunAuditService } from './run-audit.service.js';
import { RunQueueService } from './run-queue.service.js';
import { RunsRepository } from './runs/runs.repository.js';
import { INTERRUPTED, SettlementService } from './settlement.service.js';
import { SpoolService } from './spool.service.js';

const EVERY_MS = 5_000;

/** Finishes or undoes what a process that died left behind, at the start and while running. */
@Injectable()
export class RecoveryService implements OnModuleInit, OnApplicationShutdown {
  private readonly log = new Logger('Recovery');
  private readonly looks = new Repeating(
    EVERY_MS,
    () => this.recover(),
    (error) => {
      this.log.warn(`Interrupted imports could not be looked for: ${loggedReason(error)}`);
    },
  );

  constructor(
    private readonly startup: Startup,
    private readonly link: DatabaseLink,
    private readonly leases: LeasesService,
    private readonly views: ViewsService,
    private readonly runs: RunsRepository,
    private readonly metadata: MetadataRepository,
    private readonly collections: RecordCollectionsRepository,
    private readonly queue: RunQueueService,
    private readonly settlement: SettlementService,
    private readonly leftovers: LeftoversRepository,
    private readonly spool: SpoolService,
    private readonly rereading: RereadingService,
    private readonly audit: RunAuditService,
  ) {}

  onModuleInit(): void {
    this.startup.add(STARTUP_ORDER.recovery, 'settling interrupted imports', async () => {
      // The embedded database opens for one process: whoever held a lease before is gone.
      if (this.link.isEmbedded) await this.leases.clear();
      await this.leases.start();
      await this.recover();
      this.looks.start();
    });
  }

  onApplicationShutdown(): void {
    this.looks.stop();
  }

  /** The order of the reads matters: whatever was listed first belongs to a run, and an owner, that shows up later. */
  private async recover(): Promise<void> {
    const files = await this.spool.list();
    const collections = [...(await this.collections.all()).keys()];
    const unfinished = await this.runs.unfinished();
    const alive = await this.leases.liveOwners();
    const orphaned = unfinished.filter((run) => this.isOrphaned(run, alive));
    for (const view of await this.views.all()) await this.attempt(view, unfinished, orphaned);
    await this.endHomeless(orphaned);
    await this.dropStagings(collections);
    await this.spool.removeOrphans(files, alive);
  }

  /** No process carries it out: its own is gone, or is this one and does not know of it. */
  private isOrphaned({ id, owner }: RunDocument, alive: ReadonlySet<string>): boolean {
    return owner === this.leases.owner ? !this.queue.has(id) : !alive.has(owner);
  }

  /** What cannot be settled now, such as data that cannot be read, is tried again; the other views do not wait for it. */
  private async attempt(
    view: StoredView,
    unfinished: readonly RunDocument[],
    orphaned: readonly RunDocument[],
  ): Promise<void> {
    const ofView = ({ view_id }: RunDocument): boolean => view_id === view.id;
    try {
      await this.recoverView(view, unfinished.filter(ofView), orphaned.filter(ofView));
    } catch (error) {
      this.log.error(`${view.name}: what an import left behind is not settled yet: ${loggedReason(error)}`);
    }
  }

  private async recoverView(
    view: StoredView,
    unfinished: readonly RunDocument[],
    orphaned: readonly RunDocument[],
  ): Promise<void> {
    if (view.isMaster || view.moving) return;
    const isUnderWay = unfinished.some(({ status }) => status === 'running');
    const { publishing } = await this.metadata.ofView(view);
    if (!isUnderWay && orphaned.length === 0 && publishing === null) return;
    // Somebody holds it: a run under way, or another process that settles it.
    if (!(await this.leases.take(dataLease(view)))) return;
    try {
      // It may have been moved, or deleted, until the lease was free.
      const here = await this.views.asStored(view.id);
      if (!here || here.moving || !(await this.settlement.settleOthers(here))) return;
      // Those under way are settled by now, each once: somebody may have begun to read its file again since.
      const waiting = orphaned.filter(({ status, settling }) => status === 'queued' && !settling);
      for (const { id } of waiting) await this.settlement.settleRun(here, id, INTERRUPTED);
      for (const { id } of orphaned) await this.rereading.resume(here, id);
    } finally {
      await this.leases.release(dataLease(view));
    }
    this.log.warn(`${view.name}: settled what an interrupted import left behind.`);
  }

  /** Ends runs whose views are gone. */
  private async endHomeless(orphaned: readonly RunDocument[]): Promise<void> {
    const known = new Set((await this.views.all()).map(({ id }) => id));
    for (const run of orphaned.filter(({ view_id }) => !known.has(view_id))) {
      if (!(await this.runs.takeOver(run.id, this.leases.owner))) continue;
      await this.leftovers.removeChanges(run.id);
      const end = { status: 'failed', revision: null, error: INTERRUPTED, finished_at: new Date() } as const;
      const isEnded = await this.runs.end(run.id, end);
      if (isEnded) await this.audit.ended({ id: run.view_id, name: run.view_id }, run, end);
    }
  }

  /** Drops those of runs that were ended while their process was making the collection, or that could not drop it. */
  private async dropStagings(collections: readonly string[]): Promise<void> {
    const known = new Set((await this.views.all()).map(({ id }) => id));
    for (const { view_id, staging } of await this.runs.doneWith(collections)) {
      if (staging && known.has(view_id)) await this.leftovers.dropStaging(staging);
    }
  }
}
