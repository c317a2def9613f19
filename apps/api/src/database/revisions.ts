import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import type { LoggedChange } from './change-log.js';
import { Refusal } from '../refusals/refusal.js';

/** The history of changes: its unique revision is the lock of their writers, in whichever process. */
interface History<Change> {
  /** @returns false when somebody else made that revision */
  add(change: Change): Promise<boolean>;
  newest(owner: string): Promise<Change | null>;
}

/** Something that has revisions: where it is stored, and how a change gets there. */
interface Revised<Stored extends { readonly revision: number }, Change> {
  /** What a refusal calls it, such as "these targets". */
  readonly name: string;
  /** What the log calls it. */
  label(owner: string): string;
  /** @throws Refusal when it is gone */
  read(owner: string): Promise<Stored>;
  /**
   * Whether a change that is ahead of what is stored was made on just that, so that only a crash kept it out; where
   * other software put another document there it was not.
   */
  isMadeOn(stored: Stored, change: Change): boolean;
  /** Brings a change in, unless somebody has done so already. */
  bringIn(change: Change): Promise<void>;
}

/** Something at one moment, every change that was made brought in. */
export interface Settled<Stored, Change> {
  /** Its own revision is behind where other software replaced the document. */
  readonly stored: Stored;
  readonly newest: Change | null;
  readonly revision: number;
}

/** How often somebody tries again when others are faster. */
const ATTEMPTS = 100;

/**
 * Changes of something that has revisions, without transactions: each is kept in the history first, then brought into
 * what is stored; what a crash left in between is brought in by whoever comes next.
 */
export class Revisions<Stored extends { readonly revision: number }, Change extends LoggedChange> {
  private readonly log = new Logger(Revisions.name);
  /** Writers of one process wait for each other: their attempts would only get in each other's way. */
  private readonly turns = new Map<string, Promise<unknown>>();

  constructor(
    private readonly history: History<Change>,
    private readonly revised: Revised<Stored, Change>,
  ) {}

  /** As it is now, after what a crash left behind is brought in. */
  async settled(owner: string): Promise<Settled<Stored, Change>> {
    let broughtIn: string | null = null;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      // The history first: a change that is made between the two reads is then in what is stored, or refused as a
      // duplicate.
      const newest = await this.history.newest(owner);
      const stored = await this.revised.read(owner);
      const revision = Math.max(stored.revision, newest?.revision ?? 0);
      const isSettled = newest === null || newest.revision <= stored.revision || newest.id === broughtIn;
      // Where other software replaced the document, the history goes on from where it was and undoes nothing.
      if (isSettled || !this.revised.isMadeOn(stored, newest)) return { stored, newest, revision };
      this.log.warn(
        `Brought in change ${newest.revision} of ${this.revised.label(owner)}, which was interrupted.`,
      );
      await this.revised.bringIn(newest);
      broughtIn = newest.id;
    }
    throw new Error(`Others keep changing ${this.revised.label(owner)}.`);
  }

  /**
   * Makes a change the next revision.
   *
   * @param draft the change on what is there now; null when there is nothing to change. Asked again when somebody else
   * was first.
   * @returns the change that was made; null when there was nothing to change
   * @throws Refusal when others are faster all the time
   */
  change(
    owner: string,
    draft: (state: Settled<Stored, Change>) => Change | null | Promise<Change | null>,
  ): Promise<Change | null> {
    return this.inTurn(owner, async () => {
      for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
        const change = await draft(await this.settled(owner));
        if (change === null) return null;
        if (await this.history.add(change)) {
          await this.revised.bringIn(change);
          return change;
        }
      }
      const message = `Others keep changing ${this.revised.name}. Try again in a moment.`;
      throw new Refusal('unavailable', message);
    });
  }

  private async inTurn<Result>(owner: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.turns.get(owner) ?? Promise.resolve();
    const turn = before.catch(() => undefined).then(work);
    this.turns.set(owner, turn);
    try {
      return await turn;
    } finally {
      if (this.turns.get(owner) === turn) this.turns.delete(owner);
    }
  }
}

/** What the change after a state has in common with every other: later than the one before, whatever the clock says. */
export function nextChange(
  { revision, newest }: Settled<unknown, LoggedChange>,
  by: string,
): Required<Omit<LoggedChange, '_id'>> {
  const at = new Date(Math.max(Date.now(), (newest?.at.getTime() ?? 0) + 1));
  return { id: randomUUID(), revision: revision + 1, at, by };
}
