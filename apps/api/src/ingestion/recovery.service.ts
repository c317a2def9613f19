import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DatabaseLink } from '../database/database-link.js';
import { Startup, STARTUP_ORDER } from '../database/startup.js';
import { CollectionsRepository } from '../datasets/collections.repository.js';
import { MetadataRepository } from '../datasets/metadata.repository.js';
import type { StoredView } from '../views/stored-view.js';
import { ViewsService } from '../views/views.service.js';
import { LeasesService } from './leases.service.js';
import { LeftoversRepository } from './leftovers.repository.js';
import { dataLease, PublisherService } from './publisher.service.js';
import type { RunDocument } from './run-document.js';
import { RunsRepository } from './runs.repository.js';
import { SpoolService } from './spool.service.js';
import { runOfStaging, stagingOf } from './staging/ingest-job.js';

const EVERY_MS = 5_000;
const INTERRUPTED =
  'The server stopped while this file was being brought in. The data is as it was before: upload the file again.';

/** Finishes or undoes what a process that died left behind, at the start and while running. */
@Injectable()
export class RecoveryService implements OnModuleInit, OnApplicationShutdown {
  private readonly log = new Logger('Recovery');
  private timer: NodeJS.Timeout | null = null;
  private isStopped = false;

  constructor(
    private readonly startup: Startup,
    private readonly link: DatabaseLink,
    private readonly leases: LeasesService,
    private readonly views: ViewsService,
    private readonly runs: RunsRepository,
    private readonly metadata: MetadataRepository,
    private readonly collections: CollectionsRepository,
    private readonly publisher: PublisherService,
    private readonly leftovers: LeftoversRepository,
    private readonly spool: SpoolService,
  ) {}

  onModuleInit(): void {
    this.startup.add(STARTUP_ORDER.recovery, 'settling interrupted imports', async () => {
      // The embedded database opens for one process: whoever held a lease before is gone.
      if (this.link.isEmbedded) await this.leases.clear();
      await this.leases.start();
      await this.recover();
      this.schedule();
    });
  }

  onApplicationShutdown(): void {
    this.isStopped = true;
    if (this.timer) clearTimeout(this.timer);
  }

  /**
   * Ends a run that cannot go on: as published when its data is live, else as failed with the reason and without a
   * trace. The caller holds the view's lease.
   */
  async settleRun(view: StoredView, run: Pick<RunDocument, 'id'>, reason: string): Promise<void> {
    const live = await this.publisher.settle(view);
    const finished_at = new Date();
    if (live.runId === run.id) {
      await this.runs.end(run.id, { status: 'published', revision: live.revision, error: null, finished_at });
      return;
    }
    if (view.collection !== null) await this.collections.drop(stagingOf(view.collection, run.id));
    await this.leftovers.removeChanges(run.id);
    await this.runs.end(run.id, { status: 'failed', revision: null, error: reason, finished_at });
  }

  /** The order of the reads matters: whatever was listed first belongs to a run, and an owner, that shows up later. */
  private async recover(): Promise<void> {
    const files = await this.spool.list();
    const collections = [...(await this.collections.all()).keys()];
    const unfinished = await this.runs.unfinished();
    const alive = await this.leases.liveOwners();
    const dead = unfinished.filter(({ owner }) => !alive.has(owner));
    for (const view of await this.views.all()) await this.recoverView(view, dead);
    await this.endHomeless(dead);
    const living = new Set(unfinished.filter((run) => !dead.includes(run)).map(({ id }) => id));
    await this.dropStagings(collections, living);
    await this.spool.removeOrphans(files, alive);
  }

  private async recoverView(view: StoredView, dead: readonly RunDocument[]): Promise<void> {
    if (view.isMaster) return;
    const mine = dead.filter((run) => run.view_id === view.id);
    const { publishing } = await this.metadata.ofView(view);
    if (mine.length === 0 && publishing === null) return;
    // Somebody alive holds it: a publish under way, or another process that settles it.
    if (!(await this.leases.take(dataLease(view)))) return;
    try {
      await this.publisher.settle(view);
      for (const run of mine) await this.settleRun(view, run, INTERRUPTED);
    } finally {
      await this.leases.release(dataLease(view));
    }
    this.log.warn(`${view.name}: settled what an interrupted import left behind.`);
  }

  /** Runs of views that are gone. */
  private async endHomeless(dead: readonly RunDocument[]): Promise<void> {
    const known = new Set((await this.views.all()).map(({ id }) => id));
    for (const run of dead.filter(({ view_id }) => !known.has(view_id))) {
      await this.leftovers.removeChanges(run.id);
      const end = { status: 'failed', revision: null, error: INTERRUPTED, finished_at: new Date() } as const;
      await this.runs.end(run.id, end);
    }
  }

  private async dropStagings(collections: readonly string[], living: ReadonlySet<string>): Promise<void> {
    for (const name of collections) {
      const run = runOfStaging(name);
      if (run !== null && !living.has(run)) await this.collections.drop(name);
    }
  }

  private schedule(): void {
    if (this.isStopped) return;
    this.timer = setTimeout(() => void this.look().finally(() => this.schedule()), EVERY_MS).unref();
  }

  private async look(): Promise<void> {
    try {
      await this.recover();
    } catch (error) {
      if (!this.isStopped) this.log.warn(`Interrupted imports could not be looked for: ${String(error)}`);
    }
  }
}
