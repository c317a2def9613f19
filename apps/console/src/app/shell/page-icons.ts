import {
  LucideBookOpen,
  LucideDatabase,
  type LucideIconInput,
  LucideKeyRound,
  LucideLayers,
  LucideScrollText,
  LucideSlidersHorizontal,
  LucideTarget,
  LucideUsers,
} from '@lucide/angular';
import type { PageIcon } from '../session/pages';

/** What the icons of pages look like. */
export const PAGE_ICONS: Readonly<Record<PageIcon, LucideIconInput>> = {
  data: LucideDatabase,
  targets: LucideTarget,
  views: LucideLayers,
  settings: LucideSlidersHorizontal,
  people: LucideUsers,
  keys: LucideKeyRound,
  log: LucideScrollText,
  book: LucideBookOpen,
};
