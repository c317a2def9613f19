import { Injectable } from '@nestjs/common';
import type { Asker } from '../users/asker.js';
import { canOpen } from './permissions.js';
import { MicroCache } from '../database/micro-cache.js';
import type { StoredView } from './stored-view.js';
import { ViewsRepository } from './views.repository.js';
import { sourcesOf } from './sources.js';

/** Views and how they hang together. Every request asks for them: they are read once for all requests of a moment. */
@Injectable()
export class ViewsService {
  private readonly memory = new MicroCache(() => this.views.all());

  constructor(private readonly views: ViewsRepository) {}

  /** Every view, in the order they were made. */
  all(): Promise<readonly StoredView[]> {
    return this.memory.read();
  }

  /** For whoever wrote a view: the next reader sees it. */
  forget(): void {
    this.memory.forget();
  }

  async byId(id: string): Promise<StoredView | null> {
    return (await this.all()).find((view) => view.id === id) ?? null;
  }

  /** Views the person can open. */
  async accessibleTo(asker: Asker): Promise<StoredView[]> {
    const views = await this.all();
    return views.filter((view) => canOpen(asker, view, views));
  }

  /** The view when it exists and the person can open it, else null: nobody learns which of the two it was. */
  async openedBy(asker: Asker, id: string): Promise<StoredView | null> {
    return (await this.accessibleTo(asker)).find((view) => view.id === id) ?? null;
  }

  /** Views whose records a view shows: itself, or those a master adds up. */
  async sourcesOf(view: StoredView): Promise<StoredView[]> {
    return sourcesOf(view, await this.all());
  }

  /** Writes the rule of the next import, and nothing else of the document. */
  async changeDedupe(view: StoredView, dedupe: StoredView['dedupe']): Promise<StoredView> {
    await this.views.setDedupe(view.id, dedupe);
    this.forget();
    return { ...view, dedupe };
  }
}
