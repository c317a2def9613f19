import { Injectable, inject } from '@angular/core';
import type { SavedPage, SavedPageFields } from '@app/contracts';
import { SavedPages, contentOf } from '../session/saved-pages';
import { Toasts } from '../ui/toast/toasts';
import { SAVED } from './texts';

/** Changes of saved pages, each of which says what was done and can be taken back. */
@Injectable()
export class SavedPageChanges {
  private readonly saved = inject(SavedPages);
  private readonly toasts = inject(Toasts);

  async make(viewId: string, content: SavedPageFields, isStart: boolean): Promise<void> {
    const page = await this.saved.make(viewId, content);
    const before = this.start();
    if (isStart) await this.saved.chooseStart(page.id);
    this.toasts.changed(SAVED.done.saved(page.name), async () => {
      if (isStart) await this.saved.chooseStart(before?.id ?? null);
      await this.saved.remove(page);
    });
  }

  rename(page: SavedPage, name: string): Promise<void> {
    return this.change(page, { name }, SAVED.done.renamed(name));
  }

  /** @param shown what it opens from now on */
  update(page: SavedPage, shown: Pick<SavedPageFields, 'page' | 'parameters'>): Promise<void> {
    return this.change(page, shown, SAVED.done.updated(page.name));
  }

  toggleShared(page: SavedPage, view: string): Promise<void> {
    const { is_shared: was, name } = page;
    const said = was ? SAVED.done.unshared(name) : SAVED.done.shared(name, view);
    return this.change(page, { is_shared: !was }, said);
  }

  async remove(page: SavedPage): Promise<void> {
    await this.saved.remove(page);
    this.toasts.changed(SAVED.done.removed(page.name), () => this.saved.restore(page));
  }

  async toggleStart(page: SavedPage): Promise<void> {
    const before = this.start()?.id ?? null;
    await this.saved.chooseStart(page.is_start ? null : page.id);
    const said = page.is_start ? SAVED.done.noStart : SAVED.done.start(page.name);
    this.toasts.changed(said, () => this.saved.chooseStart(before));
  }

  private async change(page: SavedPage, change: Partial<SavedPageFields>, said: string): Promise<void> {
    const changed = await this.saved.change(page, change);
    // A super admin who shares the page of somebody else no more does not see it any more.
    const isSeen = changed.is_mine || changed.is_shared;
    this.toasts.changed(said, isSeen ? () => this.saved.change(changed, contentOf(page)) : null);
  }

  private start(): SavedPage | undefined {
    return this.saved.all()?.find(({ is_start }) => is_start);
  }
}
