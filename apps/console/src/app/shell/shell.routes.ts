import type { Routes } from '@angular/router';
import { toHome, withViews } from '../session/guards';
import { TEXTS } from '../ui/texts';
import { Shell } from './shell';

export const shellRoutes: Routes = [
  { path: '', pathMatch: 'full', canActivate: [toHome], children: [] },
  { path: 'v/:view', pathMatch: 'full', redirectTo: 'v/:view/dashboard' },
  {
    path: 'v/:view',
    component: Shell,
    canActivate: [withViews],
    children: [
      {
        path: 'dashboard',
        title: TEXTS.titles.dashboard,
        loadComponent: () => import('../dashboard/dashboard.page').then((module) => module.DashboardPage),
      },
      {
        path: 'data',
        title: TEXTS.titles.data,
        loadComponent: () => import('../data/data.page').then((module) => module.DataPage),
      },
    ],
  },
  {
    path: '**',
    title: TEXTS.titles.notFound,
    loadComponent: () => import('./not-found.page').then((module) => module.NotFoundPage),
  },
];
