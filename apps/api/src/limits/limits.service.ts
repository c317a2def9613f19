import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { TooOften } from '../refusals/too-often.js';
import { CountersRepository } from './counters.repository.js';

const WINDOW_MS = 60_000;
/** Whom this process knows to have had enough; of more than that some cost a step of the database each time. */
const MAX_KNOWN = 10_000;

/** Something that may be done so often in a minute. */
export interface Limit {
  /** Names what is counted, and of whom. */
  readonly key: string;
  readonly most: number;
}

/**
 * How often something may be done in a minute, counted in the database, so that several processes share a limit. A count
 * that the database does not give refuses: the door stays shut until it can be counted again.
 */
@Injectable()
export class Limits {
  /** When whoever has had enough may try again: until then nothing is counted, and a flood costs the database nothing. */
  private readonly full = new LRUCache<string, number>({ max: MAX_KNOWN });

  constructor(private readonly counters: CountersRepository) {}

  /**
   * Counts one more of each.
   *
   * @param what in words, such as "sign-in attempts"
   * @throws TooOften where it is one too many of any
   */
  async count(what: string, limits: readonly Limit[]): Promise<void> {
    const ends = await Promise.all(limits.map((limit) => this.fullUntil(limit)));
    const waitMs = Math.max(...ends) - Date.now();
    if (waitMs > 0) throw new TooOften(what, Math.ceil(waitMs / 1000));
  }

  /** When the limit may be used again, in milliseconds of the epoch; 0 where it may be now. */
  private async fullUntil({ key, most }: Limit): Promise<number> {
    const known = this.full.get(key);
    if (known !== undefined && known > Date.now()) return known;
    const { count, until } = await this.counters.add(key, WINDOW_MS);
    if (count <= most) return 0;
    this.full.set(key, until.getTime());
    return until.getTime();
  }
}
