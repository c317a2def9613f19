import type { ActivatedRoute } from '@angular/router';

/** The analytics pages in the order of the header. */
const TABS = [
  'dashboard',
  'meetings-generation',
  'meetings-attended',
  'upsell-renew',
  'deals-pipeline',
  'projections',
] as const;

export type Tab = (typeof TABS)[number];

/** The tabs that have a page. */
export function tabsOf({ routeConfig }: ActivatedRoute): Tab[] {
  const pages = routeConfig?.children?.find((each) => each.path === 'v/:view')?.children ?? [];
  return TABS.filter((tab) => pages.some((page) => page.path === tab));
}

/** Whether a page shows the numbers of a period. */
export function isTab(page: string): page is Tab {
  return TABS.some((tab) => tab === page);
}
