import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { LeftoversRepository } from '../ingestion/runs/leftovers.repository.js';
import { HourlyWork } from '../leases/hourly-work.service.js';
import { SettingsService } from '../settings/settings.service.js';
import { RetentionRepository } from './retention.repository.js';

const DAY_MS = 86_400_000;

/**
 * Removes what runs changed, and the lists of their reports, when that is older than the history is kept; the runs and
 * their reports stay. Of a view the oldest revision goes first, so that those that are kept can all be rebuilt. A run is
 * marked before anything of it is removed: what is half gone is never taken for whole.
 */
@Injectable()
export class RetentionService implements OnModuleInit {
  constructor(
    private readonly hourly: HourlyWork,
    private readonly settings: SettingsService,
    private readonly runs: RetentionRepository,
    private readonly leftovers: LeftoversRepository,
  ) {}

  onModuleInit(): void {
    this.hourly.add({
      name: 'looking after the history',
      lease: 'history',
      run: () => this.removeOld(),
      log: new Logger('History'),
      failure: 'What is older than the history is kept was not removed',
    });
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
