import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import type { ArchivedView, ArchivedViewPage, View, ViewOpenersPage, ViewPage } from '@app/contracts';
import { firstValueFrom } from 'rxjs';
import { VIEWS, viewUrl } from '../session/api';
import { Views, inReadingOrder } from '../session/views';
import { latestOf } from '../ui/base/latest';
import { Toasts } from '../ui/toast/toasts';
import { ARCHIVED_URL, OPENERS_URL, restoreUrl } from './api';
import { MANAGED } from './texts';

/** The views of the installation, who opens them, and those that were deleted. */
@Injectable()
export class ManagedViews {
  private readonly http = inject(HttpClient);
  private readonly known = inject(Views);
  private readonly toasts = inject(Toasts);
  private readonly answer = httpResource<ViewPage>(() => VIEWS);
  private readonly openersAnswer = httpResource<ViewOpenersPage>(() => OPENERS_URL);
  private readonly archivedAnswer = httpResource<ArchivedViewPage>(() => ARCHIVED_URL);

  readonly views = latestOf(this.answer, () => 'views');
  readonly archived = latestOf(this.archivedAnswer, () => 'archived');
  readonly all = computed(() => inReadingOrder(this.views.data()?.items ?? []));
  readonly openers = computed(
    () =>
      new Map(
        (this.openersAnswer.hasValue() ? this.openersAnswer.value().items : []).map((each) => [
          each.view_id,
          each,
        ]),
      ),
  );

  /** The view that a dialog is about; null for a new one. */
  readonly chosen = signal<View | null>(null);

  async make(wanted: object): Promise<void> {
    const made = await firstValueFrom(this.http.post<View>(VIEWS, wanted));
    // Taking it back would leave a deleted view behind, which is not what was there before.
    await this.say(MANAGED.done.made(made.name), null);
  }

  /**
   * @param wanted what to change
   * @param before what that was before
   */
  async change(id: string, wanted: object, before: object): Promise<void> {
    const usual = this.all().find(({ is_default }) => is_default);
    const changed = await firstValueFrom(this.http.patch<View>(viewUrl(id), wanted));
    await this.say(MANAGED.done.saved(changed.name), async () => {
      if (Object.keys(before).length > 0) await this.patch(id, before);
      if ('is_default' in wanted && usual) await this.patch(usual.id, { is_default: true });
    });
  }

  async remove({ id, name }: View, confirm: string): Promise<void> {
    await firstValueFrom(this.http.delete(viewUrl(id), { params: { confirm } }));
    await this.say(MANAGED.done.deleted(name), () => this.bringBack(id, null));
  }

  /** @param name another one, where its own is taken */
  async restore({ id }: ArchivedView, name: string | null): Promise<void> {
    const back = await this.bringBack(id, name);
    const undo = () =>
      firstValueFrom(this.http.delete(viewUrl(back.id), { params: { confirm: back.name.trim() } }));
    await this.say(MANAGED.done.restored(back.name), undo);
  }

  /** Others may have changed something meanwhile. */
  reload(): void {
    for (const answer of [this.answer, this.openersAnswer, this.archivedAnswer]) answer.reload();
  }

  private bringBack(id: string, name: string | null): Promise<View> {
    return firstValueFrom(this.http.post<View>(restoreUrl(id), name === null ? {} : { name }));
  }

  private patch(id: string, wanted: object): Promise<View> {
    return firstValueFrom(this.http.patch<View>(viewUrl(id), wanted));
  }

  /** @param undo takes back what was done; null where nothing does */
  private async say(words: string, undo: (() => Promise<unknown>) | null): Promise<void> {
    this.toasts.changed(words, undo && (() => undo().then(() => this.look())));
    await this.look();
  }

  private async look(): Promise<void> {
    this.reload();
    // The switcher in the header has the same list; a failed load is made up for by the next look at the views.
    await this.known.load().catch(() => []);
  }
}
