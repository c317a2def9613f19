import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import type { ArchivedView, ArchivedViewPage, View, ViewOpenersPage, ViewPage } from '@app/contracts';
import { firstValueFrom } from 'rxjs';
import { VIEWS, viewUrl } from '../session/api';
import { Views, inReadingOrder } from '../session/views';
import { latestOf } from '../ui/base/latest';
import { ARCHIVED_URL, OPENERS_URL, restoreUrl } from './api';
import { MANAGED } from './texts';

/** The views of the installation, who opens them, and those that were deleted. */
@Injectable()
export class ManagedViews {
  private readonly http = inject(HttpClient);
  private readonly known = inject(Views);
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
  /** What was done last, in words. */
  readonly done = signal('');

  async make(wanted: object): Promise<void> {
    const made = await firstValueFrom(this.http.post<View>(VIEWS, wanted));
    await this.say(MANAGED.done.made(made.name));
  }

  async change(id: string, wanted: object): Promise<void> {
    const changed = await firstValueFrom(this.http.patch<View>(viewUrl(id), wanted));
    await this.say(MANAGED.done.saved(changed.name));
  }

  async remove({ id, name }: View, confirm: string): Promise<void> {
    await firstValueFrom(this.http.delete(viewUrl(id), { params: { confirm } }));
    await this.say(MANAGED.done.deleted(name));
  }

  /** @param name another one, where its own is taken */
  async restore({ id }: ArchivedView, name: string | null): Promise<void> {
    const back = await firstValueFrom(this.http.post<View>(restoreUrl(id), name === null ? {} : { name }));
    await this.say(MANAGED.done.restored(back.name));
  }

  /** Others may have changed something meanwhile. */
  reload(): void {
    for (const answer of [this.answer, this.openersAnswer, this.archivedAnswer]) answer.reload();
  }

  private async say(words: string): Promise<void> {
    this.done.set(words);
    this.reload();
    // The switcher in the header has the same list; a failed load is made up for by the next look at the views.
    await this.known.load().catch(() => []);
  }
}
