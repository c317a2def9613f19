import { Injectable } from '@nestjs/common';
import type { AuditEntry as ToldEntry, AuditEntryPage } from '@app/contracts';
import type { AuditEntry } from '../audit/audit-entry.js';
import type { WantedEntries } from '../audit/audit-filter.js';
import { AuditLogRepository } from '../audit/audit-log.repository.js';
import { Config } from '../config/config.js';
import { foreignCursor, fromCursor, toCursor } from '../http/cursor.js';
import type { AuditFilter, AuditPages } from './audit-parameters.js';
import { dayStart } from './day-start.js';

/** The audit log as super admins read it. */
@Injectable()
export class AuditReadingService {
  constructor(
    private readonly entries: AuditLogRepository,
    private readonly config: Config,
  ) {}

  /** @throws Refusal for a cursor that is not of this list */
  async page({ limit, cursor, ...filter }: AuditPages): Promise<AuditEntryPage> {
    const wanted = this.wanted(filter);
    const found = await this.entries.page(wanted, cursor === null ? null : idIn(cursor), limit + 1);
    const items = found.slice(0, limit);
    const last = found.length > limit ? items.at(-1) : undefined;
    return {
      items: items.map(toTold),
      next_cursor: last ? toCursor({ id: last._id }) : null,
      total: await this.entries.count(wanted),
    };
  }

  /** What a filter means: days are those of the installation. */
  wanted({ from, to, actor, actions, view, text }: AuditFilter): WantedEntries {
    const { timeZone } = this.config;
    return {
      from: from === null ? null : dayStart(from, timeZone),
      before: to === null ? null : dayStart(to + 1, timeZone),
      actor: said(actor),
      actions,
      view,
      text: said(text),
    };
  }
}

/** Nothing but blanks is nothing. */
const said = (text: string | null): string | null => (text?.trim() ? text.trim() : null);

const idIn = (cursor: string): string => {
  const { id } = fromCursor(cursor);
  if (typeof id !== 'string') throw foreignCursor();
  return id;
};

/** An entry as the API answers it. */
export const toTold = ({ _id, at, changes, ...entry }: AuditEntry): ToldEntry => ({
  id: _id,
  at: at.toISOString(),
  action: entry.action,
  outcome: entry.outcome,
  actor: { ...entry.actor },
  address: entry.address,
  request_id: entry.request_id,
  subject: entry.subject,
  view: entry.view,
  changes: changes.map(({ field, before, after, cut = false }) => ({ field, before, after, cut })),
  more_changes: entry.more_changes,
});
