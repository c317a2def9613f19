import { Injectable, Logger } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { SeldomLog } from '../database/seldom-log.js';
import { loggedReason } from '../database/trouble.js';
import type { LiveSession } from './session.js';
import { SessionsRepository } from './sessions.repository.js';

/** So exact is what people see of when a session was last used. */
const LAST_USE_MS = 5 * 60_000;
const MAX_SESSIONS = 10_000;

/**
 * Notes when a session was last used and from where: once in five minutes, in the background. The request that is noted
 * does not wait, and any other costs a comparison of two numbers.
 */
@Injectable()
export class LastUses {
  private readonly failures = new SeldomLog((message) => new Logger('Sessions').warn(message));
  /** What this process has noted already, until the session is read anew and says so itself. */
  private readonly noted = new LRUCache<string, true>({ max: MAX_SESSIONS, ttl: LAST_USE_MS });

  constructor(private readonly sessions: SessionsRepository) {}

  note({ tokenHash, lastUsedAt }: LiveSession, address: string | null): void {
    const now = Date.now();
    if (now - lastUsedAt.getTime() < LAST_USE_MS || this.noted.has(tokenHash)) return;
    this.noted.set(tokenHash, true);
    this.sessions
      .used(tokenHash, { at: new Date(now), address }, new Date(now - LAST_USE_MS))
      .catch((error: unknown) => {
        this.failures.failed('Noting the last use of a session', loggedReason(error));
      });
  }
}
