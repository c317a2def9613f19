import type { Route, Routes } from '@angular/router';
import type { ConsolePage } from '../session/pages';
import { permitted } from '../session/permitted';
import { toHome, withViews } from '../session/view-guards';
import { TEXTS } from '../ui/base/texts';
import { Shell } from './shell';
import { SHELL } from './texts';

/** The routes of the signed-in console: its pages in the frame, those of a view under the view's address. */
export function shellRoutes(pages: readonly ConsolePage[]): Routes {
  const ofViews = pages.filter(({ place }) => place !== 'global').flatMap(routesOf);
  const others = pages.filter(({ place }) => place === 'global').flatMap(routesOf);
  return [
    { path: '', pathMatch: 'full', canActivate: [toHome], children: [] },
    { path: 'v/:view', pathMatch: 'full', redirectTo: 'v/:view/dashboard' },
    {
      path: '',
      component: Shell,
      canActivate: [withViews],
      children: [{ path: 'v/:view', children: ofViews }, ...others, missing],
    },
  ];
}

/** What stands in the frame at every address that is no page's. */
const missing: Route = {
  path: '**',
  title: TEXTS.titled(SHELL.notFound.tab),
  loadComponent: () => import('./not-found.page').then((module) => module.NotFoundPage),
};

function routesOf({ path, label, needs, load }: ConsolePage): Routes {
  const page: Route = { path, title: TEXTS.titled(label), loadComponent: load };
  return needs ? [{ ...page, canMatch: [permitted(needs)] }, reserved(path)] : [page];
}

/** What everybody else finds at the address of a page that needs a permission. */
const reserved = (path: string): Route => ({
  path,
  title: TEXTS.titled(SHELL.reserved.tab),
  loadComponent: () => import('./reserved.page').then((module) => module.ReservedPage),
});
