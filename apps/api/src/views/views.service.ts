import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { opens } from '@app/contracts';
import { actorBy } from '../audit/actors.js';
import { AuditLog } from '../audit/audit-log.service.js';
import { auditedReading, auditedView } from './audited-view.js';
import type { Asker } from '../users/asker.js';
import { MicroCache } from '../database/micro-cache.js';
import { OwnWrites } from '../database/own-writes.js';
import { Refusal } from '../refusals/refusal.js';
import type { StoredView } from './stored-view.js';
import type { StoredReading } from './view-reading.js';
import { type ChangedView, ViewsRepository } from './views.repository.js';
import { sourcesOf } from './sources.js';

/** Views and how they relate. Every request needs them: they are read once for all requests of a moment. */
@Injectable()
export class ViewsService {
  private readonly memory = new MicroCache(() => this.load());
  private last: readonly StoredView[] = [];

  constructor(
    private readonly views: ViewsRepository,
    private readonly audit: AuditLog,
    ownWrites: OwnWrites,
  ) {
    ownWrites.after('views', () => {
      this.memory.forget();
    });
  }

  /** Every view, in the order they were made; the same list as long as nothing changed. */
  all(): Promise<readonly StoredView[]> {
    return this.memory.read();
  }

  /** As the database has it now, whatever was read a moment ago; null when it is gone. */
  async asStored(id: string): Promise<StoredView | null> {
    this.memory.forget();
    return this.byId(id);
  }

  async byId(id: string): Promise<StoredView | null> {
    return (await this.all()).find((view) => view.id === id) ?? null;
  }

  /** Views the person can open. */
  async accessibleTo(asker: Asker): Promise<StoredView[]> {
    const views = await this.all();
    return views.filter((view) => opens(asker, view, views));
  }

  /** The view when it exists and the person can open it, else null: nobody learns which of the two it was. */
  async openedBy(asker: Asker, id: string): Promise<StoredView | null> {
    const views = await this.all();
    const view = views.find((each) => each.id === id);
    return view && opens(asker, view, views) ? view : null;
  }

  /** Views whose records a view shows: itself, or those a master adds up. */
  async sourcesOf(view: StoredView): Promise<StoredView[]> {
    return sourcesOf(view, await this.all());
  }

  /**
   * Writes some fields, and nothing else of the document; without any, nothing.
   *
   * @returns the view as it is now, whoever changed it
   * @throws Refusal when it is gone
   */
  async change(id: string, fields: ChangedView): Promise<StoredView> {
    if (Object.keys(fields).length === 0) return this.fresh(id);
    const before = await this.fresh(id);
    await this.views.change(id, fields);
    const after = await this.fresh(id);
    const change = { view: after, before: auditedView(before), after: auditedView(after) };
    await this.audit.record({ action: 'view_changed', ...change });
    return after;
  }

  /**
   * Writes how the sheets of a view are read from the next import on: what is left out stays.
   *
   * @returns the view as it is now
   * @throws Refusal when it is gone
   */
  async changeReading(id: string, change: Partial<StoredReading>): Promise<StoredView> {
    const before = await this.fresh(id);
    if (before.isMaster)
      throw new Refusal('not_offered', `${before.name} adds up other views and has no sheet of its own.`);
    await this.views.setReading(id, { ...before.reading, ...change });
    const after = await this.fresh(id);
    await this.audit.record({
      action: 'reading_changed',
      ...(change.changedBy && { actor: actorBy(change.changedBy) }),
      view: after,
      before: auditedReading(before),
      after: auditedReading(after),
    });
    return after;
  }

  private async fresh(id: string): Promise<StoredView> {
    const view = await this.asStored(id);
    if (!view) throw new Refusal('absent', 'The view is gone.');
    return view;
  }

  private async load(): Promise<readonly StoredView[]> {
    const read = await this.views.all();
    if (!isDeepStrictEqual(read, this.last)) this.last = read;
    return this.last;
  }
}
