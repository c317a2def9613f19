import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Repeating } from '../database/repeating.js';
import { Startup, STARTUP_ORDER } from '../database/startup.js';
import { loggedReason } from '../database/trouble.js';
import { LeasesService } from '../ingestion/leases.service.js';
import { LeftoversRepository } from '../ingestion/runs/leftovers.repository.js';
import { SettingsService } from '../settings/settings.service.js';
import { RetentionRepository } from './retention.repository.js';

const EVERY_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** Of several processes on one database, one removes. */
const LEASE = 'history';

/**
 * Removes what runs changed, and the lists of their reports, when that is older than the history is kept; the runs and
 * their reports stay. Of a view the oldest revision goes first, so that those that are kept can all be rebuilt. A run is
 * marked before anything of it is removed: what is half gone is never taken for whole.
 */
@Injectable()
export class RetentionService implements OnModuleInit, OnApplicationShutdown {
  private readonly log = new Logger('History');
  private readonly looks = new Repeating(
    EVERY_MS,
    () => this.look(),
    (error) => this.failed(error),
  );

  constructor(
    private readonly startup: Startup,
    private readonly leases: LeasesService,
    private readonly settings: SettingsService,
    private readonly runs: RetentionRepository,
    private readonly leftovers: LeftoversRepository,
  ) {}

  onModuleInit(): void {
    this.startup.add(STARTUP_ORDER.revisions, 'looking after the history', () => {
      // Nobody waits for it: a long history may take a while to remove.
      void this.look().catch((error: unknown) => this.failed(error));
      this.looks.start();
      return Promise.resolve();
    });
  }

  onApplicationShutdown(): void {
    this.looks.stop();
  }

  private failed(error: unknown): void {
    this.log.warn(`What is older than the history is kept was not removed: ${loggedReason(error)}`);
  }

  private async look(): Promise<void> {
    if (!(await this.leases.take(LEASE))) return;
    try {
      await this.removeOld();
    } finally {
      await this.leases.release(LEASE);
    }
  }

  private async removeOld(): Promise<void> {
    const { history_days: days } = await this.settings.current();
    const before = new Date(Date.now() - days * DAY_MS);
    // What a process left half removed is marked already.
    for (const id of await this.runs.beingRemoved()) await this.remove(id);
    for (const id of await this.runs.olderThan(before)) {
      await this.runs.markRemoved(id);
      await this.remove(id);
    }
  }

  private async remove(id: string): Promise<void> {
    await this.leftovers.removeChanges(id);
    await this.leftovers.removeReading(id);
    await this.runs.noteRemoved(id);
  }
}
