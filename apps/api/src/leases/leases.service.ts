import { randomUUID } from 'node:crypto';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { loggedReason } from '../database/trouble.js';
import { LeasesRepository } from './leases.repository.js';

/** How long a lease outlives its holder. */
const LEASE_MS = 15_000;
/** Three renewals may be missed before a lease runs out. */
const RENEW_MS = 4_000;

/**
 * This process among those that work on one database, and what it may do alone. A lease keeps others from beginning;
 * it does not stop a process that was paused and goes on. What must not happen twice is fenced where it is written.
 */
@Injectable()
export class LeasesService implements OnApplicationShutdown {
  /** Name of this process in leases and runs. */
  readonly owner = randomUUID();
  private readonly log = new Logger('Leases');
  private readonly held = new Set<string>();
  /** What was sent for leases and is not answered yet. */
  private readonly underWay = new Set<Promise<unknown>>();
  private timer: NodeJS.Timeout | null = null;
  private isAnnounced = false;
  private isStopping = false;

  constructor(private readonly leases: LeasesRepository) {}

  /** Announces this process as alive; from now on its leases are renewed. */
  async start(): Promise<void> {
    if (this.timer) return;
    this.isAnnounced = true;
    if (await this.take(this.ownLease)) this.timer = setInterval(() => void this.renew(), RENEW_MS).unref();
  }

  /**
   * Before anything is stored that others take for a dead process's when its owner holds no lease: after a pause that of
   * this process may have run out, and the next renewal is yet to come.
   */
  async showAlive(): Promise<void> {
    await this.confirm(this.ownLease);
  }

  /**
   * Takes a lease for one piece of work: its holder cannot take it again.
   *
   * @returns whether it is the caller's now; never once this process stops
   */
  async take(name: string): Promise<boolean> {
    if (this.held.has(name)) return false;
    this.held.add(name);
    const isMine = await this.confirm(name).catch((error: unknown) => {
      this.held.delete(name);
      throw error;
    });
    if (isMine && !this.isStopping) return true;
    this.held.delete(name);
    return false;
  }

  /** Renews a lease that was taken. @returns false when it ran out and somebody else has it, or this process stops */
  async confirm(name: string): Promise<boolean> {
    return !this.isStopping && this.sent(this.leases.take(name, this.owner, LEASE_MS));
  }

  /** Never fails: a lease that cannot be given back is not renewed any more and runs out. */
  async release(name: string): Promise<void> {
    this.held.delete(name);
    if (this.isStopping) return;
    await this.sent(this.leases.release(name, this.owner)).catch((error: unknown) => {
      this.log.warn(`The lease ${name} runs out by itself: ${loggedReason(error)}`);
    });
  }

  /** Processes that are alive, by their leases. */
  liveOwners(): Promise<Set<string>> {
    return this.leases.liveOwners();
  }

  /** Drops everybody's leases: right after the start of a database that only this process can reach. */
  clear(): Promise<void> {
    return this.leases.clear();
  }

  /** Gives all back once what was sent is answered: a lease that is taken after that would be left to run out. */
  async onApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    if (!this.isAnnounced) return;
    if (this.timer) clearInterval(this.timer);
    await Promise.allSettled(this.underWay);
    await this.leases.releaseAll(this.owner).catch((error: unknown) => {
      this.log.warn(`Leases run out by themselves: ${loggedReason(error)}`);
    });
  }

  private get ownLease(): string {
    return `process:${this.owner}`;
  }

  private async renew(): Promise<void> {
    try {
      for (const name of [...this.held]) await this.prolong(name);
    } catch (error) {
      this.log.warn(`Leases were not renewed: ${loggedReason(error)}`);
    }
  }

  /** A renewal that crossed the release has made the lease again. */
  private async prolong(name: string): Promise<void> {
    await this.confirm(name);
    if (!this.held.has(name)) await this.release(name);
  }

  private async sent<Result>(command: Promise<Result>): Promise<Result> {
    this.underWay.add(command);
    try {
      return await command;
    } finally {
      this.underWay.delete(command);
    }
  }
}
