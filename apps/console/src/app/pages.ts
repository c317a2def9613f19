import { LINKED_SCREENS, SCREEN_TABS } from '@app/domain/screens';
import type { ConsolePage } from './session/pages';

// The Dashboard places its blocks by hand; the others are drawn from their entries.
const dashboard = async () => (await import('./dashboard/dashboard.page')).DashboardPage;
const screen = async () => (await import('./screen-page/screen.page')).ScreenPage;

/** All pages of the console, in the order of the header: a page is added here and nowhere else. */
export const CONSOLE_PAGES: readonly ConsolePage[] = [
  ...SCREEN_TABS.map(({ name, title, key, ...tab }): ConsolePage => ({
    path: name,
    label: title,
    key,
    place: 'tab',
    hasPeriod: !('isOfToday' in tab),
    load: name === 'dashboard' ? dashboard : screen,
  })),
  ...LINKED_SCREENS.map(({ name, title }): ConsolePage => ({
    path: name,
    label: title,
    key: '',
    place: 'linked',
    hasPeriod: true,
    load: screen,
  })),
  {
    path: 'data',
    label: 'Data',
    key: 's',
    place: 'menu',
    isBesideTabs: true,
    icon: 'data',
    load: async () => (await import('./data/data.page')).DataPage,
  },
  {
    path: 'targets',
    label: 'Targets',
    key: 't',
    place: 'menu',
    icon: 'targets',
    hasPeriod: true, // targets are scaled to it
    needs: 'manage_targets',
    load: async () => (await import('./admin-targets/targets.page')).TargetsPage,
  },
  {
    path: 'all-targets',
    label: 'Targets of all views',
    key: 'b',
    place: 'global',
    icon: 'targets',
    needs: 'manage_targets',
    load: async () => (await import('./admin-targets/matrix.page')).MatrixPage,
  },
  {
    path: 'definitions',
    label: 'Definitions',
    key: 'f',
    place: 'menu',
    icon: 'book',
    hasPeriod: true, // what each number is in it
    hasFilters: true,
    load: async () => (await import('./definitions/definitions.page')).DefinitionsPage,
  },
  {
    path: 'views',
    label: 'Views',
    key: 'w',
    place: 'global',
    icon: 'views',
    needs: 'manage_views',
    load: async () => (await import('./admin-views/views.page')).ViewsPage,
  },
  {
    path: 'settings',
    label: 'Weights and settings',
    key: 'e',
    place: 'global',
    icon: 'settings',
    needs: 'manage_settings',
    load: async () => (await import('./admin-settings/settings.page')).SettingsPage,
  },
  {
    path: 'users',
    label: 'Users',
    key: 'r',
    place: 'global',
    icon: 'people',
    needs: 'manage_users',
    load: async () => (await import('./admin-users/users.page')).UsersPage,
  },
  {
    path: 'tokens',
    label: 'API tokens',
    key: 'k',
    place: 'global',
    icon: 'keys',
    needs: 'manage_tokens',
    load: async () => (await import('./admin-tokens/tokens.page')).TokensPage,
  },
  {
    path: 'activity',
    label: 'Activity',
    key: 'y',
    place: 'global',
    icon: 'log',
    needs: 'read_audit_log',
    load: async () => (await import('./admin-activity/activity.page')).ActivityPage,
  },
];
