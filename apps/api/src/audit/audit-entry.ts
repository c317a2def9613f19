import type { AuditAction, AuditField, AuditOutcome } from '@app/contracts';
import type { Actor } from '../logging/request-context.js';
import type { AuditChange } from './audit-changes.js';

/** What an event is about, by its id and as people call it. */
export interface AuditSubject {
  readonly id: string;
  readonly name: string;
}

/** An event, as whoever did it tells of it. */
export interface AuditEvent<Action extends AuditAction = AuditAction> {
  readonly action: Action;
  /** Without one, who asks in the request that is being answered; without a request the product itself. */
  readonly actor?: Actor;
  /** Of the client; without one, that of the request that is being answered. Null where it was several. */
  readonly address?: string | null;
  /** Without one, the view. */
  readonly subject?: AuditSubject;
  readonly view?: AuditSubject;
  /** Only fields that the table of actions names are kept, and of these only what differs. */
  readonly before?: AuditFields<Action>;
  readonly after?: AuditFields<Action>;
  /** `done` without one. */
  readonly outcome?: AuditOutcome;
}

type AuditFields<Action extends AuditAction> = Readonly<Partial<Record<AuditField<Action>, unknown>>>;

/** An entry of `audit_log`. */
export interface AuditEntry {
  /** Ids sort by time. */
  readonly _id: string;
  readonly at: Date;
  readonly action: AuditAction;
  readonly outcome: AuditOutcome;
  readonly actor: Actor;
  /** Of the client; null where there was no request. */
  readonly address: string | null;
  /** Names the request in the log of the server. */
  readonly request_id: string | null;
  readonly subject: AuditSubject | null;
  readonly view: AuditSubject | null;
  readonly changes: readonly AuditChange[];
  /** How many further fields changed. */
  readonly more_changes: number;
}
