import { Injectable, type Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Repeating } from '../database/repeating.js';
import { Startup, STARTUP_ORDER } from '../database/startup.js';
import { loggedReason } from '../database/trouble.js';
import { LeasesService } from './leases.service.js';

const HOUR_MS = 3_600_000;

interface HourlyTask {
  /** What {@link Startup} calls it. */
  readonly name: string;
  readonly lease: string;
  readonly run: () => Promise<void>;
  readonly log: Logger;
  /** What is logged when it fails, before the reason. */
  readonly failure: string;
}

/** What is done at the start and once an hour from then on, by one process at a time: whoever has its lease. */
@Injectable()
export class HourlyWork implements OnApplicationShutdown {
  private readonly repeated: Repeating[] = [];

  constructor(
    private readonly startup: Startup,
    private readonly leases: LeasesService,
  ) {}

  /** For `onModuleInit`. The start does not wait for the task: it may take a while. */
  add(task: HourlyTask): void {
    const run = () => this.alone(task);
    const failed = (error: unknown) => {
      task.log.warn(`${task.failure}: ${loggedReason(error)}`);
    };
    const repeating = new Repeating(HOUR_MS, run, failed);
    this.repeated.push(repeating);
    this.startup.add(STARTUP_ORDER.revisions, task.name, () => {
      void run().catch(failed);
      repeating.start();
      return Promise.resolve();
    });
  }

  onApplicationShutdown(): void {
    for (const repeating of this.repeated) repeating.stop();
  }

  private async alone({ lease, run }: HourlyTask): Promise<void> {
    if (!(await this.leases.take(lease))) return;
    try {
      await run();
    } finally {
      await this.leases.release(lease);
    }
  }
}
