import type { IconName } from '../ui/icon/icons';
import type { PageIcon } from '../session/pages';

/** What the icons of pages look like. */
export const PAGE_ICONS: Readonly<Record<PageIcon, IconName>> = {
  data: 'database',
  targets: 'target',
  views: 'layers',
  settings: 'sliders-horizontal',
  people: 'users',
  keys: 'key-round',
  log: 'scroll-text',
  book: 'book-open',
};
