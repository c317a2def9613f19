import { LucideDatabase, LucideSlidersHorizontal, LucideTarget } from '@lucide/angular';
import type { ConsolePage } from './session/pages';

/** All pages of the console, in the order of the header: a page is added here and nowhere else. */
export const CONSOLE_PAGES: readonly ConsolePage[] = [
  {
    path: 'dashboard',
    label: 'Dashboard',
    key: 'd',
    place: 'tab',
    load: async () => (await import('./dashboard/dashboard.page')).DashboardPage,
  },
  {
    path: 'meetings-generation',
    label: 'Meetings generation',
    key: 'm',
    place: 'tab',
    load: async () => (await import('./meetings-generation/meetings-generation.page')).MeetingsGenerationPage,
  },
  {
    path: 'meetings-attended',
    label: 'Meetings attended',
    key: 'a',
    place: 'tab',
    load: async () => (await import('./meetings-attended/meetings-attended.page')).MeetingsAttendedPage,
  },
  {
    path: 'upsell-renew',
    label: 'Upsells & renewals',
    key: 'u',
    place: 'tab',
    load: async () => (await import('./upsell-renew/upsell-renew.page')).UpsellRenewPage,
  },
  {
    path: 'deals-pipeline',
    label: 'Deals & pipeline',
    key: 'p',
    place: 'tab',
    load: async () => (await import('./deals-pipeline/deals-pipeline.page')).DealsPipelinePage,
  },
  {
    path: 'projections',
    label: 'Projections',
    key: 'j',
    place: 'tab',
    load: async () => (await import('./projections/projections.page')).ProjectionsPage,
  },
  {
    path: 'data',
    label: 'Data',
    key: 's',
    place: 'menu',
    icon: LucideDatabase,
    load: async () => (await import('./data/data.page')).DataPage,
  },
  {
    path: 'targets',
    label: 'Targets',
    key: 't',
    place: 'menu',
    icon: LucideTarget,
    hasPeriod: true, // targets are scaled to it
    needs: 'manage_targets',
    load: async () => (await import('./admin-targets/targets.page')).TargetsPage,
  },
  {
    path: 'settings',
    label: 'Weights and settings',
    key: 'e',
    place: 'global',
    icon: LucideSlidersHorizontal,
    needs: 'manage_settings',
    load: async () => (await import('./admin-settings/settings.page')).SettingsPage,
  },
];
