import type { BoardPreferences, SavedBoardColumns } from '@app/contracts';
import { remember, remembered } from '../ui/base/memory';
import { currentTab } from './current-tab';

/** A board that was changed and not saved, with what was saved when the changes began. */
export interface KeptDraft {
  base: BoardPreferences;
  preferences: SavedBoardColumns;
}

/** Whose unsaved board: nobody else who uses this browser sees it. */
export interface DraftPlace {
  userId: string;
  viewId: string;
  /** Such as `projections` or `asher-pov`. */
  board: string;
}

/** Each tab keeps a draft of its own, so that two tabs of a person do not overwrite each other. */
interface TabsDraft extends KeptDraft {
  tab: string;
}

/**
 * The unsaved board from before a reload or a crash; null when there is none. A tab without one continues the newest,
 * which is its own from then on: a tab that is still open keeps its draft all the same, see {@link watchDrafts}.
 */
export function rememberedDraft(place: DraftPlace): KeptDraft | null {
  const drafts = draftsOf(place);
  const draft = drafts.find(({ tab }) => tab === currentTab()) ?? drafts[0];
  if (!draft) return null;
  if (draft.tab !== currentTab()) {
    const others = drafts.filter((each) => each !== draft);
    keepDrafts(place, [{ ...draft, tab: currentTab() }, ...others]);
  }
  return withoutTab(draft);
}

/** The same, of the board as this tab shows it, for who only reads it. */
export function keptDraft(place: DraftPlace): KeptDraft | null {
  const drafts = draftsOf(place);
  return drafts.find(({ tab }) => tab === currentTab()) ?? drafts[0] ?? null;
}

/** @param draft null when nothing is unsaved in this tab any more */
export function rememberDraft(place: DraftPlace, draft: KeptDraft | null): void {
  const drafts = draftsOf(place);
  const others = drafts.filter(({ tab }) => tab !== currentTab());
  if (draft) keepDrafts(place, [{ ...draft, tab: currentTab() }, ...others]);
  else if (others.length < drafts.length) keepDrafts(place, others);
}

/** What is unsaved in other tabs, the newest first. */
export const otherDrafts = (place: DraftPlace): KeptDraft[] =>
  draftsOf(place)
    .filter(({ tab }) => tab !== currentTab())
    .map(withoutTab);

/** Forgets drafts of other tabs; a tab that is still open keeps its own. */
export function forgetOtherDrafts(place: DraftPlace): void {
  keepDrafts(
    place,
    draftsOf(place).filter(({ tab }) => tab === currentTab()),
  );
}

/**
 * Calls back whenever another tab changes or forgets drafts.
 *
 * @param then is told whether the draft of this tab is still among them
 * @returns what ends it
 */
export function watchDrafts(place: DraftPlace, then: (isMineKept: boolean) => void): () => void {
  const listen = ({ key }: StorageEvent) => {
    if (key === null || key.endsWith(keyOf(place)))
      then(draftsOf(place).some(({ tab }) => tab === currentTab()));
  };
  window.addEventListener('storage', listen);
  return () => window.removeEventListener('storage', listen);
}

function draftsOf(place: DraftPlace): TabsDraft[] {
  try {
    const kept: unknown = JSON.parse(remembered(keyOf(place)) ?? '[]');
    // One draft by itself is what earlier versions of the console kept.
    return (Array.isArray(kept) ? kept : [kept])
      .filter(isDraft)
      .map((draft) => ({ ...draft, tab: tabOf(draft) }));
  } catch {
    return [];
  }
}

const keepDrafts = (place: DraftPlace, drafts: readonly TabsDraft[]): void =>
  remember(keyOf(place), JSON.stringify(drafts));

const withoutTab = ({ base, preferences }: TabsDraft): KeptDraft => ({ base, preferences });
const tabOf = (draft: KeptDraft): string =>
  'tab' in draft && typeof draft.tab === 'string' ? draft.tab : '';

const keyOf = ({ userId, viewId, board }: DraftPlace) => `board.${userId}.${viewId}.${board}`;

const isDraft = (value: unknown): value is KeptDraft =>
  isObject(value) &&
  isObject(value.preferences) &&
  isObject(value.base) &&
  typeof value.base.revision === 'number' &&
  isObject(value.base.preferences);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
