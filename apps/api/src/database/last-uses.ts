import { Logger } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { SeldomLog } from './seldom-log.js';
import { loggedReason } from './trouble.js';

/** So exact is what people see of when a session or a token was last used. */
const LAST_USE_MS = 5 * 60_000;
const MAX_KNOWN = 10_000;

/** When something was used, and from where. */
export interface Use {
  readonly at: Date;
  readonly address: string | null;
}

/** Something that is used by whoever holds its token. */
interface Used {
  /** Of its token. */
  readonly tokenHash: string;
  /** To some minutes; null where it never was. */
  readonly lastUsedAt: Date | null;
}

/**
 * Notes when something was last used and from where: once in five minutes, in the background. The request that is noted
 * does not wait, and any other costs a comparison of two numbers.
 */
export class LastUses {
  private readonly failures = new SeldomLog((message) => new Logger('LastUses').warn(message));
  /** What this process has noted already, until it is read anew and says so itself. */
  private readonly noted = new LRUCache<string, true>({ max: MAX_KNOWN, ttl: LAST_USE_MS });

  /** @param store keeps a use, unless one since the date is there that another process has noted */
  constructor(private readonly store: (tokenHash: string, use: Use, since: Date) => Promise<void>) {}

  note({ tokenHash, lastUsedAt }: Used, address: string | null): void {
    const now = Date.now();
    if (now - (lastUsedAt?.getTime() ?? 0) < LAST_USE_MS || this.noted.has(tokenHash)) return;
    this.noted.set(tokenHash, true);
    this.store(tokenHash, { at: new Date(now), address }, new Date(now - LAST_USE_MS)).catch(
      (error: unknown) => {
        this.failures.failed('Noting a last use', loggedReason(error));
      },
    );
  }
}
