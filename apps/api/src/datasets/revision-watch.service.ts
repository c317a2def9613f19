import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Repeating } from '../database/repeating.js';
import { SeldomLog } from '../database/seldom-log.js';
import { Startup, STARTUP_ORDER } from '../database/startup.js';
import { loggedReason } from '../database/trouble.js';
import { RecordSetsService } from './record-sets.service.js';

/** How soon a revision that another process or other software made is noticed. */
const POLL_MS = 1_500;

const LOOKING = 'Looking for new revisions';

/** Builds every view's record set at the start and follows what others publish. */
@Injectable()
export class RevisionWatch implements OnModuleInit, OnApplicationShutdown {
  private readonly log = new Logger('RecordSets');
  private readonly failures = new SeldomLog((message) => this.log.warn(message));
  private readonly looks = new Repeating(
    POLL_MS,
    () => this.look(),
    (error) => {
      this.failures.failed(LOOKING, loggedReason(error));
    },
  );
  isBuilt = false;

  constructor(
    private readonly startup: Startup,
    private readonly sets: RecordSetsService,
  ) {}

  onModuleInit(): void {
    this.startup.add(STARTUP_ORDER.revisions, 'building the current revisions', async () => {
      await this.sets.refreshAll();
      this.isBuilt = true;
      this.looks.start();
    });
  }

  onApplicationShutdown(): void {
    this.looks.stop();
  }

  private async look(): Promise<void> {
    await this.sets.refreshAll();
    this.failures.worked(LOOKING);
  }
}
