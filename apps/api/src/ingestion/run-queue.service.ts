import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { LeasesService } from './leases.service.js';
import { dataLease } from './publisher.service.js';
import type { QueuedRun } from './queued-run.js';
import { RecoveryService } from './recovery.service.js';
import { RunnerService } from './runner.service.js';
import { RunsRepository } from './runs.repository.js';

const LEASE_RETRY_MS = 500;
const SETTLE_RETRY_MS = 2_000;

/** Carries out runs: those of one view one after the other, also across processes. */
@Injectable()
export class RunQueueService implements BeforeApplicationShutdown {
  private readonly log = new Logger('Ingestion');
  private readonly lastOfView = new Map<string, Promise<void>>();
  private readonly stopping = new AbortController();

  constructor(
    private readonly leases: LeasesService,
    private readonly runs: RunsRepository,
    private readonly runner: RunnerService,
    private readonly recovery: RecoveryService,
  ) {}

  /** Keeps the run and gives it its turn. @returns when it has ended, whichever way; it never rejects */
  async add(queued: QueuedRun): Promise<{ ended: Promise<void> }> {
    await this.runs.add(queued.run);
    const { id } = queued.view;
    const before = this.lastOfView.get(id) ?? Promise.resolve();
    const ended = before.then(() => this.carryOut(queued));
    this.lastOfView.set(id, ended);
    void ended.then(() => {
      if (this.lastOfView.get(id) === ended) this.lastOfView.delete(id);
    });
    return { ended };
  }

  /** Before the connection goes: runs under way are stopped and end as failed. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await Promise.allSettled(this.lastOfView.values());
  }

  private async carryOut(queued: QueuedRun): Promise<void> {
    try {
      await this.alone(queued);
    } catch (error) {
      this.log.error(`Run ${queued.run.id} was left to the next start: ${messageOf(error)}`);
    } finally {
      await this.runner.cleanUp(queued);
    }
  }

  private async alone(queued: QueuedRun): Promise<void> {
    const lease = dataLease(queued.view);
    while (!(await this.leases.take(lease)))
      await pause(LEASE_RETRY_MS, undefined, { signal: this.stopping.signal });
    try {
      await this.runOrSettle(queued);
    } finally {
      await this.leases.release(lease);
    }
  }

  private async runOrSettle(queued: QueuedRun): Promise<void> {
    try {
      await this.runner.carryOut(queued, this.stopping.signal);
    } catch (error) {
      const reason = messageOf(error);
      this.log.error(`Run ${queued.run.id} of ${queued.view.name}: ${reason}`, (error as Error).stack);
      await this.settle(queued, `The import stopped: ${reason}. The data is as it was before: try again.`);
    }
  }

  /** The database may be what failed: whether the run published is asked until there is an answer. */
  private async settle({ view, run }: QueuedRun, reason: string): Promise<void> {
    for (;;) {
      try {
        await this.recovery.settleRun(view, run, reason);
        return;
      } catch (error) {
        if (this.stopping.signal.aborted) throw error;
        await pause(SETTLE_RETRY_MS, undefined, { signal: this.stopping.signal });
      }
    }
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
