import type { Routes } from '@angular/router';
import { toHome, withViews } from '../session/guards';
import { TEXTS } from '../ui/texts';
import { Shell } from './shell';

/** The pages of a view; the header offers the tabs among them. */
const viewPages: Routes = [
  {
    path: 'dashboard',
    title: TEXTS.titles.dashboard,
    loadComponent: () => import('../dashboard/dashboard.page').then((module) => module.DashboardPage),
  },
  {
    path: 'meetings-attended',
    title: TEXTS.titles.meetingsAttended,
    loadComponent: () =>
      import('../meetings-attended/meetings-attended.page').then((module) => module.MeetingsAttendedPage),
  },
  {
    path: 'data',
    title: TEXTS.titles.data,
    loadComponent: () => import('../data/data.page').then((module) => module.DataPage),
  },
];

export const shellRoutes: Routes = [
  { path: '', pathMatch: 'full', canActivate: [toHome], children: [] },
  { path: 'v/:view', pathMatch: 'full', redirectTo: 'v/:view/dashboard' },
  {
    path: '',
    component: Shell,
    canActivate: [withViews],
    children: [{ path: 'v/:view', children: viewPages }],
  },
  {
    path: '**',
    title: TEXTS.titles.notFound,
    loadComponent: () => import('./not-found.page').then((module) => module.NotFoundPage),
  },
];
