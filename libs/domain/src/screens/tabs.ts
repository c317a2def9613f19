/**
 * How people find each screen, in the order of the tabs: the last part of its addresses, its name on the page, and the
 * key that follows `g`. What it shows is its entry; the console reads that when the page is opened. One that is
 * `isOfToday` shows open deals as they are, whatever the period and what it is compared with.
 */
export const SCREEN_TABS = [
  { name: 'dashboard', title: 'Dashboard', key: 'd' },
  { name: 'meetings-generation', title: 'Meetings generation', key: 'm' },
  { name: 'meetings-attended', title: 'Meetings attended', key: 'a' },
  { name: 'upsell-renew', title: 'Upsells & renewals', key: 'u' },
  { name: 'deals-pipeline', title: 'Deals & pipeline', key: 'p' },
  { name: 'projections', title: 'Projections', key: 'j', isOfToday: true },
] as const;

/** Screens about somebody: names lead there, no tab does. */
export const LINKED_SCREENS = [{ name: 'person', title: 'Person' }] as const;

const ALL = [...SCREEN_TABS, ...LINKED_SCREENS] as const;

/** Name of a screen: the last part of its addresses. */
export type ScreenName = (typeof ALL)[number]['name'];

/** Names of all screens, those of tabs first and in their order. */
export const SCREEN_NAMES: readonly ScreenName[] = ALL.map(({ name }) => name);

/** Whether a text, such as a part of an address, is the name of a screen. */
export const isScreenName = (text: string): text is ScreenName => SCREEN_NAMES.some((name) => name === text);

/** Name of a screen on the page; the name itself where there is no such screen. */
export const titleOf = (name: string): string => ALL.find((screen) => screen.name === name)?.title ?? name;
