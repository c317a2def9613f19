import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Repeating } from '../database/repeating.js';
import { type Actor, requestContext } from '../logging/request-context.js';
import { NOBODY } from './actors.js';
import type { AuditEvent } from './audit-entry.js';
import { AuditLog } from './audit-log.service.js';

/** A request that was refused. */
export interface RefusedRequest {
  readonly status: number;
  readonly method: string;
  /** Without its query. */
  readonly path: string;
  /** What the caller is told. */
  readonly reason: string;
}

/** Refusals of one kind, of one caller at one address, that are told of one by one in a minute. */
const MAX_OF_ADDRESS = 20;
/** Callers that are counted apart by their addresses; of further ones in the same minute, each at all of them together. */
const MAX_ADDRESSES = 100;
const MINUTE_MS = 60_000;

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);
/** Not known, not allowed, too often. */
const NOT_LET_IN: ReadonlySet<number> = new Set([401, 403, 429]);

/** What a caller did from one address in this minute. */
interface Seen {
  readonly action: RefusalAction;
  readonly actor: Actor;
  /** Null of several. */
  readonly address: string | null;
  told: number;
  more: number;
}

type RefusalAction = 'sign_in_refused' | 'write_refused';

/**
 * Tells the audit log of refused sign-ins and changes. Whoever is refused can ask again at no cost, so of many in a
 * minute the first are told, and how many more there were: the log can be read, and not be filled from outside.
 */
@Injectable()
export class RefusalAudit implements OnModuleInit, OnApplicationShutdown {
  private seen = new Map<string, Seen>();
  private readonly minutes = new Repeating(
    MINUTE_MS,
    () => this.endMinute(),
    () => undefined,
  );

  constructor(private readonly audit: AuditLog) {}

  onModuleInit(): void {
    this.minutes.start();
  }

  onApplicationShutdown(): void {
    this.minutes.stop();
  }

  /** @returns null where there is nothing to tell, else when it is told */
  tell(request: RefusedRequest): Promise<void> | null {
    const event = eventOf(request);
    return event && this.mayTell(event.action) ? this.audit.record(event) : null;
  }

  /** Tells how many more there were of those that were not told one by one. */
  async endMinute(): Promise<void> {
    const crowds = [...this.seen.values()].filter(({ more }) => more > 0);
    this.seen = new Map();
    for (const { action, actor, address, more } of crowds) {
      await this.audit.record({ action, outcome: 'refused', actor, address, after: { more } });
    }
  }

  private mayTell(action: RefusalAction): boolean {
    const { actor, address } = requestContext.getStore() ?? {};
    const seen = this.seenFrom(action, actor ?? NOBODY, address ?? null);
    if (seen.told < MAX_OF_ADDRESS) seen.told += 1;
    else seen.more += 1;
    return seen.more === 0;
  }

  private seenFrom(action: RefusalAction, actor: Actor, address: string | null): Seen {
    const keyAt = (from: string | null) => `${action} ${actor.kind} ${actor.id} ${from}`;
    const known = this.seen.get(keyAt(address));
    if (known) return known;
    const counted = this.seen.size < MAX_ADDRESSES ? address : null;
    const key = keyAt(counted);
    const seen = this.seen.get(key) ?? { action, actor, address: counted, told: 0, more: 0 };
    this.seen.set(key, seen);
    return seen;
  }
}

/** The event of a refusal: one of a sign-in or of a change; nothing else is told. */
function eventOf({ status, method, path, reason }: RefusedRequest): AuditEvent<RefusalAction> | null {
  const { attempt = null, isShutOut = false } = requestContext.getStore() ?? {};
  if (attempt && NOT_LET_IN.has(status)) {
    const { way, as } = attempt;
    const subject = as === null ? {} : { subject: { id: as, name: as } };
    return { action: 'sign_in_refused', outcome: 'refused', ...subject, after: { way, reason } };
  }
  // Whoever writes into a view of others is told that there is none; super admins are told that somebody tried.
  if (READS.has(method) || !(status === 403 || (status === 404 && isShutOut))) return null;
  const subject = { id: path, name: `${method} ${path}` };
  return { action: 'write_refused', outcome: 'refused', subject, after: { reason } };
}
