import type { BoardPreferences, SavedBoardColumns } from '@app/contracts';
import { remember, remembered } from '../ui/base/memory';

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

/** The unsaved board from before a reload or a crash; null when there is none. */
export function rememberedDraft(place: DraftPlace): KeptDraft | null {
  try {
    const draft: unknown = JSON.parse(remembered(keyOf(place)) ?? 'null');
    return isDraft(draft) ? draft : null;
  } catch {
    return null;
  }
}

/** @param draft null when nothing is unsaved any more */
export function rememberDraft(place: DraftPlace, draft: KeptDraft | null): void {
  if (draft === null && remembered(keyOf(place)) === null) return;
  remember(keyOf(place), JSON.stringify(draft));
}

const keyOf = ({ userId, viewId, board }: DraftPlace) => `board.${userId}.${viewId}.${board}`;

const isDraft = (value: unknown): value is KeptDraft =>
  isObject(value) &&
  isObject(value.preferences) &&
  isObject(value.base) &&
  typeof value.base.revision === 'number' &&
  isObject(value.base.preferences);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
