import { HttpClient } from '@angular/common/http';
import { inject } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router } from '@angular/router';
import type { SavedPage, StartPage } from '@app/contracts';
import { firstValueFrom } from 'rxjs';
import { START_PAGE_URL } from './api';
import { rememberedHome } from './home';
import { Session } from './session';
import { Views } from './views';

/** The bare address leads to the own start page, else to the last view, or to the default one. */
export const toHome: CanActivateFn = async () => {
  const [views, router, session, http] = [inject(Views), inject(Router), inject(Session), inject(HttpClient)];
  const asked = session.can('keep_start_page') ? startPage(http) : null;
  const [all, start] = await Promise.all([views.load(), asked]);
  if (start) {
    const { savedLink } = await import('./saved-link');
    const { path, queryParams } = savedLink(start, session.today());
    return new RedirectCommand(router.createUrlTree(path, { queryParams }), { replaceUrl: true });
  }
  const home = rememberedHome(all);
  if (!home) return router.createUrlTree(['/nothing-to-open']);
  return new RedirectCommand(
    router.createUrlTree(['/v', home.view, 'dashboard'], { queryParams: home.queryParams }),
    { replaceUrl: true },
  );
};

/** The pages of a view need the list of views for its name, rights and age of data. */
export const withViews: CanActivateFn = async () => {
  await inject(Views).load();
  return true;
};

/** Whatever becomes of the question, one comes in somewhere. */
const startPage = async (http: HttpClient): Promise<SavedPage | null> =>
  (await firstValueFrom(http.get<StartPage>(START_PAGE_URL)).catch(() => null))?.saved_page ?? null;
