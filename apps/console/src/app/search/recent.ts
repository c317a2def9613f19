import { remember, remembered } from '../ui/base/memory';
import type { Entry } from './entry';

const MAX_RECENT = 5;
const keyOf = (userId: string) => `opened.${userId}`;

/** What somebody opened last from the search, newest first. */
export function recentOf(userId: string): Entry[] {
  try {
    const kept: unknown = JSON.parse(remembered(keyOf(userId)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isEntry) : [];
  } catch {
    return [];
  }
}

/** Actions are not kept: what stands first must be safe to open by mistake. Nor are saved pages, which stand there anyway. */
export function noteOpened(userId: string, entry: Entry): void {
  if (entry.target.to === 'action' || entry.target.to === 'saved') return;
  const others = recentOf(userId).filter(({ id }) => id !== entry.id);
  remember(keyOf(userId), JSON.stringify([entry, ...others].slice(0, MAX_RECENT)));
}

const isEntry = (kept: unknown): kept is Entry =>
  typeof kept === 'object' &&
  kept !== null &&
  ['id', 'label', 'hint', 'target'].every((name) => name in kept);
