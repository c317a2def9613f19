import { HttpClient } from '@angular/common/http';
import { Service, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { SavedPage, SavedPagePage, SavedPageFields } from '@app/contracts';
import { firstValueFrom } from 'rxjs';
import { START_PAGE_URL, viewUrl } from './api';
import { savedLink } from './saved-link';
import { Session } from './session';

const SAVED_PAGES_URL = '/api/saved-pages';

const urlOf = ({ view_id, id }: Pick<SavedPage, 'view_id' | 'id'>, rest = ''): string =>
  `${viewUrl(view_id, 'saved-pages')}/${encodeURIComponent(id)}${rest}`;

/** What of a saved page is written. */
export const contentOf = ({ name, page, parameters, is_shared }: SavedPageFields): SavedPageFields => ({
  name,
  page,
  parameters,
  is_shared,
});

/** Pages that the signed-in person saved, and those that others share, in all views that the person opens. */
@Service()
export class SavedPages {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly loaded = signal<readonly SavedPage[] | null>(null);

  /** By name; null until they are loaded. */
  readonly all = this.loaded.asReadonly();

  /** Reads them again: others share, change and delete theirs. */
  async load(): Promise<void> {
    this.loaded.set((await firstValueFrom(this.http.get<SavedPagePage>(SAVED_PAGES_URL))).items);
  }

  /** Opens the page as it was saved; a period that follows the calendar is that of today. */
  open(page: SavedPage): void {
    const { path, queryParams } = savedLink(page, this.session.today());
    void this.router.navigate(path, { queryParams });
  }

  make(viewId: string, content: SavedPageFields): Promise<SavedPage> {
    return this.done(this.http.post<SavedPage>(viewUrl(viewId, 'saved-pages'), content));
  }

  /** Writes it whole, unless somebody else changed it since it was read. */
  change(page: SavedPage, change: Partial<SavedPageFields>): Promise<SavedPage> {
    const headers = { 'If-Match': `"${page.revision}"` };
    const content = contentOf({ ...page, ...change });
    return this.done(this.http.put<SavedPage>(urlOf(page), content, { headers }));
  }

  remove(page: SavedPage): Promise<unknown> {
    return this.done(this.http.delete(urlOf(page), { headers: { 'If-Match': `"${page.revision}"` } }));
  }

  restore(page: SavedPage): Promise<SavedPage> {
    return this.done(this.http.post<SavedPage>(urlOf(page, '/restore'), {}));
  }

  /** @param id of a saved page; null for none */
  chooseStart(id: string | null): Promise<unknown> {
    return this.done(
      id === null ? this.http.delete(START_PAGE_URL) : this.http.put(START_PAGE_URL, { saved_page_id: id }),
    );
  }

  /** Whether it was done or refused: what is there now may be something else. */
  private async done<Answer>(request: Parameters<typeof firstValueFrom<Answer>>[0]): Promise<Answer> {
    try {
      return await firstValueFrom(request);
    } finally {
      await this.load().catch(() => undefined); // what was loaded before stays
    }
  }
}
