import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { dataLease } from '../ingestion/data-lease.js';
import { LeasesService } from '../leases/leases.service.js';
import { Refusal } from '../refusals/refusal.js';

/** Whoever changes which views there are, what they are called or which is the default. */
const LEASE = 'views';
const ATTEMPT_MS = 50;
/** Below what a caller waits for an answer. */
const PATIENCE_MS = 15_000;

/** Before a step that must not be done by a process which stood still meanwhile. @throws Refusal when it lost its turn */
export type Fence = () => Promise<void>;

/** The two things of which one process has one at a time: the list of views, and the data of a view. */
@Injectable()
export class ViewTurnsService {
  constructor(private readonly leases: LeasesService) {}

  /** Work that no other change of the list of views comes in between. @throws Refusal when others take too long */
  async alone<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.taken(LEASE, new Refusal('unavailable', BUSY));
    return work().finally(() => this.leases.release(LEASE));
  }

  /**
   * Work that no import of a view comes in between, for whoever has the list of views.
   *
   * @param insist asked each time an import is in the way
   * @throws Refusal when it goes on for too long
   */
  async withData<Result>(
    view: { readonly id: string; readonly name: string },
    work: (fence: Fence) => Promise<Result>,
    insist: () => Promise<void> = () => Promise.resolve(),
  ): Promise<Result> {
    const lease = dataLease(view);
    const busy = `An import of ${view.name} is under way. Wait until it has ended, or cancel it, then try again.`;
    await this.taken(lease, new Refusal('conflict', busy), insist);
    return work(() => this.confirm(lease)).finally(() => this.leases.release(lease));
  }

  /** The same for both, where neither is taken. @returns whether it was done */
  async ifFree(viewId: string, work: (fence: Fence) => Promise<void>): Promise<boolean> {
    const lease = dataLease({ id: viewId });
    if (!(await this.leases.take(LEASE))) return false;
    try {
      if (!(await this.leases.take(lease))) return false;
      await work(() => this.confirm(lease)).finally(() => this.leases.release(lease));
      return true;
    } finally {
      await this.leases.release(LEASE);
    }
  }

  private async taken(lease: string, refusal: Refusal, insist?: () => Promise<void>): Promise<void> {
    const deadline = performance.now() + PATIENCE_MS;
    await insist?.();
    while (!(await this.leases.take(lease))) {
      if (performance.now() > deadline) throw refusal;
      await pause(ATTEMPT_MS);
      await insist?.();
    }
  }

  private async confirm(lease: string): Promise<void> {
    if (!(await this.leases.confirm(LEASE)) || !(await this.leases.confirm(lease)))
      throw new Refusal('unavailable', BUSY);
  }
}

const BUSY = 'Another change of the views is under way. Try again in a moment.';
