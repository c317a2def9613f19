import { Injectable, Logger } from '@nestjs/common';
import { SeldomLog } from './seldom-log.js';
import { reasonOf } from './trouble.js';

/** Order of the steps between listening and ready. Leave room between them. */
export const STARTUP_ORDER = {
  connection: 0,
  /** Collections and indexes. */
  storage: 10,
  /** Views, first super admin, people. */
  people: 20,
  /** Collections of sales records: they follow the views. */
  records: 25,
  /** What a crash left behind is finished or undone. */
  recovery: 30,
  /** Views that were being moved, once nothing of an import is in the way. */
  moves: 32,
  /** Record sets of the current revisions. */
  revisions: 40,
  /** Sample records of an empty installation. */
  sample: 50,
  /** Sheets that are due. */
  schedule: 60,
} as const;

interface StartupStep {
  order: number;
  name: string;
  run: () => Promise<void>;
}

const RETRY_MS = 1_000;

/**
 * Work that must be done before the product is ready, and that listening does not wait for. Features add their steps
 * in `onModuleInit`; a step that fails is tried again, because a database may come back.
 */
@Injectable()
export class Startup {
  private readonly log = new Logger(Startup.name);
  private readonly failures = new SeldomLog((message) => this.log.error(`${message}. Trying again.`));
  private readonly steps: StartupStep[] = [];
  private isStopped = false;
  private state = { isDone: false, detail: 'waiting for the database' };

  add(order: number, name: string, run: () => Promise<void>): void {
    this.steps.push({ order, name, run });
  }

  /** Whether all is done, and if not what is being done or why it failed. */
  progress(): Readonly<{ isDone: boolean; detail: string }> {
    return this.state;
  }

  /** Runs the steps in order; resolves when all are done or {@link stop} was called. */
  async run(): Promise<void> {
    for (const step of this.steps.toSorted((a, b) => a.order - b.order)) {
      if (!this.isStopped) await this.untilDone(step);
    }
    if (!this.isStopped) this.state = { isDone: true, detail: 'started' };
  }

  stop(): void {
    this.isStopped = true;
    this.state = { isDone: false, detail: 'stopping' };
  }

  private async untilDone(step: StartupStep): Promise<void> {
    this.state = { isDone: false, detail: `starting: ${step.name}` };
    while (!this.isStopped && !(await this.attempt(step))) await pause(RETRY_MS);
  }

  private async attempt({ name, run }: StartupStep): Promise<boolean> {
    const started = performance.now();
    try {
      await run();
      this.log.debug(`${name}: done in ${Math.round(performance.now() - started)} ms`);
      return true;
    } catch (error) {
      if (!this.isStopped) this.tell(name, error);
      return false;
    }
  }

  /** A reason of the database's is told without a stack: no line of code is to blame. */
  private tell(name: string, error: unknown): void {
    const reason = reasonOf(error);
    const known = reason ?? 'the log tells why';
    this.state = { isDone: false, detail: `starting: ${name} failed, trying again: ${known}` };
    this.failures.failed(name, reason ?? stackOf(error));
  }
}

const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

// Unreferenced: a process that is stopping does not wait for the next attempt.
const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
