import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { SeldomLog } from '../database/seldom-log.js';
import { Startup, STARTUP_ORDER } from '../database/startup.js';
import { reasonOf } from '../database/trouble.js';
import { RecordSetsService } from './record-sets.service.js';

/** How soon a revision that another process or other software made is noticed. */
const POLL_MS = 1_500;

const LOOKING = 'Looking for new revisions';

/** Builds every view's record set at the start and follows what others publish. */
@Injectable()
export class RevisionWatch implements OnModuleInit, OnApplicationShutdown {
  private readonly log = new Logger('RecordSets');
  private readonly failures = new SeldomLog((message) => this.log.warn(message));
  private timer: NodeJS.Timeout | null = null;
  private isStopped = false;
  isBuilt = false;

  constructor(
    private readonly startup: Startup,
    private readonly sets: RecordSetsService,
  ) {}

  onModuleInit(): void {
    this.startup.add(STARTUP_ORDER.revisions, 'building the current revisions', async () => {
      await this.sets.refreshAll();
      this.isBuilt = true;
      this.schedule();
    });
  }

  onApplicationShutdown(): void {
    this.isStopped = true;
    if (this.timer) clearTimeout(this.timer);
  }

  private schedule(): void {
    if (this.isStopped) return;
    this.timer = setTimeout(() => void this.look().finally(() => this.schedule()), POLL_MS).unref();
  }

  private async look(): Promise<void> {
    try {
      await this.sets.refreshAll();
      this.failures.worked(LOOKING);
    } catch (error) {
      if (!this.isStopped) this.failures.failed(LOOKING, reasonOf(error) ?? String(error));
    }
  }
}
