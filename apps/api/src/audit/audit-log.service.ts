import { type BeforeApplicationShutdown, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { AuditAction } from '@app/contracts';
import { Repeating } from '../database/repeating.js';
import { loggedReason, troubleOf } from '../database/trouble.js';
import { type Actor, type RequestContext, requestContext } from '../logging/request-context.js';
import { INSTALLATION, NOBODY } from './actors.js';
import { auditChanges } from './audit-changes.js';
import type { AuditEntry, AuditEvent, AuditSubject } from './audit-entry.js';
import { AuditLogRepository } from './audit-log.repository.js';
import { TimeOrderedIds } from './time-ordered-id.js';

const TRY_AGAIN_MS = 2_000;
/** Entries that wait in memory for a database that does not take them; each is in the log of the server, too. */
const MAX_WAITING = 1_000;
const MAX_NAME = 300;

/**
 * Who did what, when and from where. An event is told once it has happened; telling never fails, nor undoes it: where
 * the database does not take the entry, the whole of it goes to the log of the server at once, and to the database when
 * that takes it.
 */
@Injectable()
export class AuditLog implements OnModuleInit, BeforeApplicationShutdown {
  private readonly log = new Logger('Audit');
  private readonly ids = new TimeOrderedIds();
  private waiting: AuditEntry[] = [];
  private readonly retries = new Repeating(
    TRY_AGAIN_MS,
    () => this.tryAgain(),
    () => undefined,
  );

  constructor(private readonly entries: AuditLogRepository) {}

  onModuleInit(): void {
    this.retries.start();
  }

  /** Before the database is closed. */
  async beforeApplicationShutdown(): Promise<void> {
    this.retries.stop();
    await this.tryAgain().catch(() => undefined);
  }

  /** Resolves when the entry is stored, or in the log of the server. */
  async record<Action extends AuditAction>(event: AuditEvent<Action>): Promise<void> {
    const entry = this.entryOf(event);
    try {
      await this.entries.add(entry);
    } catch (error) {
      // What is no matter of the database will not be another time either.
      if (troubleOf(error)) this.waiting = [...this.waiting, entry].slice(-MAX_WAITING);
      this.log.error({
        msg: `The database did not take an entry of the audit log: ${loggedReason(error)}`,
        entry,
      });
    }
  }

  private entryOf({ before = {}, after = {}, ...event }: AuditEvent): AuditEntry {
    const at = new Date();
    const context = requestContext.getStore();
    const { changes, more } = auditChanges(event.action, before, after);
    return {
      _id: this.ids.next(at),
      at,
      action: event.action,
      outcome: event.outcome ?? 'done',
      actor: actorOf(event.actor, context),
      address: event.address === undefined ? (context?.address ?? null) : event.address,
      request_id: context?.id ?? null,
      subject: named(event.subject ?? event.view),
      view: named(event.view),
      changes,
      more_changes: more,
    };
  }

  /** In their order; the first that is not taken ends it, as the next would not be either. */
  private async tryAgain(): Promise<void> {
    for (;;) {
      const [first] = this.waiting;
      if (!first) return;
      await this.entries.add(first);
      this.waiting = this.waiting.filter((entry) => entry !== first);
    }
  }
}

/** Whoever tells of somebody by their address alone means who asks, where that is theirs. */
function actorOf(told: Actor | undefined, context: RequestContext | undefined): Actor {
  const asking = context?.actor;
  if (told) return asking?.kind === told.kind && asking.name === told.name ? asking : told;
  return context ? (asking ?? NOBODY) : INSTALLATION;
}

/** No more than that: whoever tells of a view may hand over the whole of it. */
const named = (subject: AuditSubject | undefined): AuditSubject | null =>
  subject ? { id: subject.id.slice(0, MAX_NAME), name: subject.name.slice(0, MAX_NAME) } : null;
