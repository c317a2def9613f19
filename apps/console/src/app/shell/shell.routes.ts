import type { Route, Routes } from '@angular/router';
import { toHome, withViews } from '../session/guards';
import { onlySuperAdmins } from '../session/super-admins';
import { TEXTS } from '../ui/base/texts';
import { Shell } from './shell';

/** What everybody else finds at the address of a page for super admins. */
const reservedPage: Route = {
  title: () => import('../admin-settings/texts').then(({ SETTINGS }) => SETTINGS.reserved.tab),
  loadComponent: () => import('../admin-settings/reserved.page').then((module) => module.ReservedPage),
};

/** The pages of a view; the header offers the tabs among them. */
const viewPages: Routes = [
  {
    path: 'dashboard',
    title: TEXTS.titles.dashboard,
    loadComponent: () => import('../dashboard/dashboard.page').then((module) => module.DashboardPage),
  },
  {
    path: 'meetings-generation',
    title: TEXTS.titles.meetingsGeneration,
    loadComponent: () =>
      import('../meetings-generation/meetings-generation.page').then(
        (module) => module.MeetingsGenerationPage,
      ),
  },
  {
    path: 'meetings-attended',
    title: TEXTS.titles.meetingsAttended,
    loadComponent: () =>
      import('../meetings-attended/meetings-attended.page').then((module) => module.MeetingsAttendedPage),
  },
  {
    path: 'upsell-renew',
    title: TEXTS.titles.upsellRenew,
    loadComponent: () => import('../upsell-renew/upsell-renew.page').then((module) => module.UpsellRenewPage),
  },
  {
    path: 'deals-pipeline',
    title: TEXTS.titles.dealsPipeline,
    loadComponent: () =>
      import('../deals-pipeline/deals-pipeline.page').then((module) => module.DealsPipelinePage),
  },
  {
    path: 'projections',
    title: TEXTS.titles.projections,
    loadComponent: () => import('../projections/projections.page').then((module) => module.ProjectionsPage),
  },
  {
    path: 'data',
    title: TEXTS.titles.data,
    loadComponent: () => import('../data/data.page').then((module) => module.DataPage),
  },
  {
    path: 'targets',
    title: () => import('../admin-targets/texts').then(({ TARGETS }) => TARGETS.title),
    canMatch: [onlySuperAdmins],
    loadComponent: () => import('../admin-targets/targets.page').then((module) => module.TargetsPage),
  },
  { path: 'targets', ...reservedPage },
];

/** The pages beside the views. */
const otherPages: Routes = [
  {
    path: 'settings',
    title: () => import('../admin-settings/texts').then(({ SETTINGS }) => SETTINGS.title),
    canMatch: [onlySuperAdmins],
    loadComponent: () => import('../admin-settings/settings.page').then((module) => module.SettingsPage),
  },
  { path: 'settings', ...reservedPage },
];

export const shellRoutes: Routes = [
  { path: '', pathMatch: 'full', canActivate: [toHome], children: [] },
  { path: 'v/:view', pathMatch: 'full', redirectTo: 'v/:view/dashboard' },
  {
    path: '',
    component: Shell,
    canActivate: [withViews],
    children: [{ path: 'v/:view', children: viewPages }, ...otherPages],
  },
  {
    path: '**',
    title: TEXTS.titles.notFound,
    loadComponent: () => import('./not-found.page').then((module) => module.NotFoundPage),
  },
];
