import { type BeforeApplicationShutdown, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { Repeating } from '../database/repeating.js';
import { isDiskFull, loggedReason } from '../database/trouble.js';
import { requestContext } from '../logging/request-context.js';
import { dataLease } from './data-lease.js';
import { LeasesService } from '../leases/leases.service.js';
import type { QueuedRun } from './queued-run.js';
import { RunnerService } from './runner.service.js';
import { RoomWaits } from './runs/room-waits.js';
import { RunsRepository } from './runs/runs.repository.js';
import { ViewsService } from '../views/views.service.js';
import { INTERRUPTED, SettlementService } from './settlement.service.js';
import { OutOfMemoryError } from './ingest-threads.js';
import { WorkerTurns } from './worker-turns.js';

/** Runs that a process works on at a time, over all views: each reads a whole sheet into memory. */
const WORKERS = 2;
const LEASE_RETRY_MS = 500;
const SETTLE_RETRY_MS = 2_000;
/** How soon a run stops that was cancelled through another process. */
const CANCELLED_MS = 1_000;

/** Why a run came to nothing whose view was deleted. */
export const VIEW_GONE =
  'The view was deleted while this import waited or was under way. Its data is kept as it was.';
const UNCHANGED = 'The data is as it was before: try again.';

type Admission = () => Promise<readonly string[]>;
const ALWAYS: Admission = () => Promise.resolve([]);

/** Carries out runs: those of one view one after the other, also across processes. */
@Injectable()
export class RunQueueService implements OnModuleInit, BeforeApplicationShutdown {
  private readonly log = new Logger('Ingestion');
  /** The runs that this process carries out, each with what stops it. */
  private readonly known = new Map<string, AbortController>();
  private readonly carriedOut = new Map<string, Promise<void>>();
  private readonly lastOfView = new Map<string, Promise<void>>();
  private readonly turns = new Map<string, Promise<void>>();
  private readonly workers = new WorkerTurns(WORKERS);
  private readonly stopping = new AbortController();

  private readonly looks = new Repeating(
    CANCELLED_MS,
    () => this.stopCancelled(),
    (error) => {
      this.log.warn(`Cancelled imports could not be looked for: ${loggedReason(error)}`);
    },
  );

  constructor(
    private readonly leases: LeasesService,
    private readonly runs: RunsRepository,
    private readonly runner: RunnerService,
    private readonly settlement: SettlementService,
    private readonly waits: RoomWaits,
    private readonly views: ViewsService,
  ) {}

  onModuleInit(): void {
    this.looks.start();
  }

  /** Whether this process carries the run out, or will when its turn comes. */
  has(runId: string): boolean {
    return this.known.has(runId);
  }

  /** Stops a run that was cancelled, if this process carries it out; what it wrote goes as soon as it stands still. */
  stop(runId: string): void {
    this.known.get(runId)?.abort();
  }

  /** When the turn of a run is over, and what it needed is gone: a moment after the run says how it ended. */
  async turnOf(runId: string): Promise<void> {
    await this.turns.get(runId);
  }

  /**
   * Stores the run and queues it.
   *
   * @param admit asked once it is stored: throws when there is no room for it, and names the runs whose place it takes
   * @returns when it has ended, whichever way; it never rejects
   */
  async add(queued: QueuedRun, admit: Admission = ALWAYS): Promise<{ ended: Promise<void> }> {
    await this.keep(queued, admit);
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
    if (this.known.has(id) && !(await this.leaves(id))) return false;
    // Known before it is queued, as in `keep`.
    this.know(id);
    const isMine = await this.claimed(claim).catch((error: unknown) => {
      this.known.delete(id);
      throw error;
    });
    if (isMine) this.enqueue(queued);
    else this.known.delete(id);
    return isMine;
  }

  private async claimed(claim: () => Promise<boolean>): Promise<boolean> {
    await this.leases.showAlive();
    return claim();
  }

  /** A run that has ended may still be cleaned up: its next file has the same name. */
  private async leaves(id: string): Promise<boolean> {
    const status = await this.runs.statusOf(id);
    if (status === null || status === 'queued' || status === 'running') return false;
    await this.carriedOut.get(id);
    return !this.known.has(id);
  }

  private know(id: string): void {
    this.known.set(id, new AbortController());
  }

  private async stopCancelled(): Promise<void> {
    const going = [...this.known].filter(([, { signal }]) => !signal.aborted).map(([id]) => id);
    if (going.length === 0) return;
    for (const id of await this.runs.stopped(going)) this.stop(id);
  }

  /** What stops a run: that it was cancelled, or that the process stops. */
  private signalOf({ run }: QueuedRun): AbortSignal {
    const own = this.known.get(run.id)?.signal;
    return own ? AbortSignal.any([own, this.stopping.signal]) : this.stopping.signal;
  }

  private isCancelled({ run }: QueuedRun): boolean {
    return this.known.get(run.id)?.signal.aborted ?? false;
  }

  private enqueue(queued: QueuedRun): { ended: Promise<void> } {
    const { id } = queued.view;
    const runId = queued.run.id;
    const before = this.lastOfView.get(id) ?? Promise.resolve();
    // It outlives the request that asked for it, and tells nothing in its name.
    const ended = before.then(() => requestContext.exit(() => this.carryOut(queued)));
    this.lastOfView.set(id, ended);
    this.carriedOut.set(queued.run.id, ended);
    // It need not wait for its turn to give back the room of its file.
    this.known.get(runId)?.signal.addEventListener('abort', () => void this.tidy(queued));
    this.turns.set(runId, ended);
    void ended.then(() => {
      this.turns.delete(runId);
      if (this.lastOfView.get(id) === ended) this.lastOfView.delete(id);
    });
    return { ended };
  }

  /** Before the connection goes: runs under way are stopped and end as failed. */
  async beforeApplicationShutdown(): Promise<void> {
    this.looks.stop();
    this.stopping.abort();
    await Promise.allSettled(this.lastOfView.values());
  }

  /** It is known, and its owner alive, before it is stored: else a stored run is ended as interrupted. */
  private async keep(queued: QueuedRun, admit: Admission): Promise<void> {
    const { run } = queued;
    this.know(run.id);
    try {
      await this.leases.showAlive();
      await this.runs.add(run);
      for (const superseded of await admit()) this.stop(superseded);
    } catch (error) {
      this.known.delete(run.id);
      await this.runner.cleanUp(queued);
      throw error;
    }
  }

  private async carryOut(queued: QueuedRun): Promise<void> {
    try {
      if (!this.isCancelled(queued)) await this.alone(queued);
    } catch (error) {
      this.log.error(`Run ${queued.run.id} was left to the next start: ${loggedReason(error)}`);
    } finally {
      await this.tidy(queued);
      this.waits.end(queued.run.id);
      this.known.delete(queued.run.id);
      this.carriedOut.delete(queued.run.id);
    }
  }

  private async tidy(queued: QueuedRun): Promise<void> {
    await this.runner.cleanUp(queued).catch((error: unknown) => {
      this.log.warn(`Run ${queued.run.id} left its file behind: ${loggedReason(error)}`);
    });
  }

  private async alone(queued: QueuedRun): Promise<void> {
    while (!(await this.inTurn(queued))) {
      await pause(LEASE_RETRY_MS, undefined, { signal: this.stopping.signal });
      if (this.isCancelled(queued)) return;
    }
  }

  /** @returns false when another process is at work on the view: meanwhile it is the turn of others */
  private async inTurn(queued: QueuedRun): Promise<boolean> {
    const endTurn = await this.workers.take();
    const lease = dataLease(queued.view);
    try {
      if (!(await this.takes(lease, queued))) return false;
      this.waits.end(queued.run.id);
      return await this.whereItIs(queued).finally(() => this.leases.release(lease));
    } finally {
      endTurn();
    }
  }

  /** A database that is away gives no lease: the run waits for it as it waits for another run. */
  private async takes(lease: string, { run }: QueuedRun): Promise<boolean> {
    try {
      return await this.leases.take(lease);
    } catch (error) {
      if (isDiskFull(error)) this.waits.begin(run.id);
      this.log.warn(`The lease ${lease} could not be taken yet: ${loggedReason(error)}`);
      return false;
    }
  }

  /**
   * The view may have got another name, and its records with it, since the run was queued. Under its lease nobody moves
   * it; what a process that died left of a move is carried on by whoever looks for such.
   */
  private async whereItIs(queued: QueuedRun): Promise<boolean> {
    const view = await this.views.asStored(queued.view.id);
    if (view?.moving) return false;
    if (view) return this.runOrSettle({ ...queued, view });
    const gone = { decided_by: null, decided_at: null, error: VIEW_GONE };
    await this.runs.cancel(queued.view.id, queued.run.id, gone);
    return true;
  }

  /** @returns false when another process has taken the view's lease before the run began */
  private async runOrSettle(queued: QueuedRun): Promise<boolean> {
    const { isOver, failure } = await this.runner.carryOut(queued, this.signalOf(queued)).then(
      (had) => ({ isOver: had, failure: null }),
      (error: unknown) => ({ isOver: true, failure: error as Error }),
    );
    // It may have been cancelled through another process, unnoticed until now.
    const isCancelled = await this.settlement.sweepCancelled(queued.run.id).catch(() => false);
    if (failure !== null && !isCancelled) await this.settleFailed(queued, failure);
    return isOver || isCancelled;
  }

  private async settleFailed(queued: QueuedRun, failure: Error): Promise<void> {
    // Stopped and not cancelled: the decision to publish was taken back, perhaps through another process just now.
    const isTakenBack = await this.runs.stopped([queued.run.id]).then(
      ([id]) => id !== undefined,
      () => false,
    );
    if (this.stopping.signal.aborted || isTakenBack) return this.settle(queued, INTERRUPTED);
    const reason = loggedReason(failure);
    this.log.error(`Run ${queued.run.id} of ${queued.view.name}: ${reason}`, failure.stack);
    const isTooLarge = failure instanceof OutOfMemoryError;
    await this.settle(queued, isTooLarge ? failure.message : `The import stopped: ${reason}. ${UNCHANGED}`);
  }

  /** The database may be what failed: whether the run published is asked until there is an answer. */
  private async settle({ view, run }: QueuedRun, reason: string): Promise<void> {
    for (;;) {
      try {
        await this.settlement.settleRun(view, run.id, reason);
        return;
      } catch (error) {
        if (this.stopping.signal.aborted) throw error;
        if (isDiskFull(error)) this.waits.begin(run.id);
        await pause(SETTLE_RETRY_MS, undefined, { signal: this.stopping.signal });
      }
    }
  }
}
