import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { loggedReason } from '../database/trouble.js';
import { LeasesService } from './leases.service.js';
import { dataLease } from './publisher.service.js';
import type { QueuedRun } from './queued-run.js';
import { RunnerService } from './runner.service.js';
import { RunsRepository } from './runs/runs.repository.js';
import { SettlementService } from './settlement.service.js';

const LEASE_RETRY_MS = 500;
const SETTLE_RETRY_MS = 2_000;

/** Carries out runs: those of one view one after the other, also across processes. */
@Injectable()
export class RunQueueService implements BeforeApplicationShutdown {
  private readonly log = new Logger('Ingestion');
  private readonly known = new Set<string>();
  private readonly lastOfView = new Map<string, Promise<void>>();
  private readonly stopping = new AbortController();

  constructor(
    private readonly leases: LeasesService,
    private readonly runs: RunsRepository,
    private readonly runner: RunnerService,
    private readonly settlement: SettlementService,
  ) {}

  /** Whether this process carries the run out, or will when its turn comes. */
  has(runId: string): boolean {
    return this.known.has(runId);
  }

  /** Stores the run and queues it. @returns when it has ended, whichever way; it never rejects */
  async add(queued: QueuedRun): Promise<{ ended: Promise<void> }> {
    await this.keep(queued);
    return this.enqueue(queued);
  }

  /**
   * Queues a run that is stored already.
   *
   * @param claim makes this process the owner; false when another one was faster
   * @returns false when it was not queued
   */
  async takeUp(queued: QueuedRun, claim: () => Promise<boolean>): Promise<boolean> {
    const { id } = queued.run;
    if (this.known.has(id)) return false;
    // Known before it is queued, as in `keep`.
    this.known.add(id);
    const isMine = await claim().catch((error: unknown) => {
      this.known.delete(id);
      throw error;
    });
    if (isMine) this.enqueue(queued);
    else this.known.delete(id);
    return isMine;
  }

  private enqueue(queued: QueuedRun): { ended: Promise<void> } {
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

  /** It is known before it is stored: a stored run that no process knows is ended as interrupted. */
  private async keep(queued: QueuedRun): Promise<void> {
    const { run } = queued;
    this.known.add(run.id);
    try {
      await this.runs.add(run);
    } catch (error) {
      this.known.delete(run.id);
      await this.runner.cleanUp(queued);
      throw error;
    }
  }

  private async carryOut(queued: QueuedRun): Promise<void> {
    try {
      await this.alone(queued);
    } catch (error) {
      this.log.error(`Run ${queued.run.id} was left to the next start: ${loggedReason(error)}`);
    } finally {
      this.known.delete(queued.run.id);
      await this.runner.cleanUp(queued);
    }
  }

  private async alone(queued: QueuedRun): Promise<void> {
    const lease = dataLease(queued.view);
    while (!(await this.takes(lease)))
      await pause(LEASE_RETRY_MS, undefined, { signal: this.stopping.signal });
    try {
      await this.runOrSettle(queued);
    } finally {
      await this.leases.release(lease);
    }
  }

  /** A database that is away gives no lease: the run waits for it as it waits for another run. */
  private async takes(lease: string): Promise<boolean> {
    try {
      return await this.leases.take(lease);
    } catch (error) {
      this.log.warn(`The lease ${lease} could not be taken yet: ${loggedReason(error)}`);
      return false;
    }
  }

  private async runOrSettle(queued: QueuedRun): Promise<void> {
    try {
      await this.runner.carryOut(queued, this.stopping.signal);
    } catch (error) {
      const reason = loggedReason(error);
      this.log.error(`Run ${queued.run.id} of ${queued.view.name}: ${reason}`, (error as Error).stack);
      await this.settle(queued, `The import stopped: ${reason}. The data is as it was before: try again.`);
    }
  }

  /** The database may be what failed: whether the run published is asked until there is an answer. */
  private async settle({ view, run }: QueuedRun, reason: string): Promise<void> {
    for (;;) {
      try {
        await this.settlement.settleRun(view, run.id, reason);
        return;
      } catch (error) {
        if (this.stopping.signal.aborted) throw error;
        await pause(SETTLE_RETRY_MS, undefined, { signal: this.stopping.signal });
      }
    }
  }
}
