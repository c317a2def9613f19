import { remember, remembered } from '../ui/base/memory';
import { type Edit, type Edits, sameEdits } from './edits';
import { fieldOf } from './fields';

/** Unsaved edits of a view with the revision they are based on. */
export interface Draft {
  revision: number;
  edits: Edits;
}

/** The unsaved edits of a person in a view, from before a reload; null when there are none. */
export function rememberedDraft(userId: string, viewId: string): Draft | null {
  try {
    const draft: unknown = JSON.parse(remembered(keyOf(userId, viewId)) ?? 'null');
    return isDraft(draft) ? { revision: draft.revision, edits: onlyEdits(draft.edits) } : null;
  } catch {
    return null;
  }
}

export function rememberDraft(userId: string, viewId: string, draft: Draft): void {
  const hasEdits = Object.keys(draft.edits).length > 0;
  remember(keyOf(userId, viewId), hasEdits ? JSON.stringify(draft) : 'null');
}

/** Whether what is remembered is these edits: another tab of the same page may have edits of its own there. */
export function isOwnDraft(userId: string, viewId: string, edits: Edits): boolean {
  return sameEdits(rememberedDraft(userId, viewId)?.edits ?? {}, edits);
}

const keyOf = (userId: string, viewId: string) => `targets.${userId}.${viewId}`;

function isDraft(value: unknown): value is { revision: number; edits: Record<string, unknown> } {
  return isObject(value) && typeof value.revision === 'number' && isObject(value.edits);
}

/** An earlier version of the page may have stored another format. */
function onlyEdits(edits: Record<string, unknown>): Edits {
  const entries = Object.entries(edits).filter(
    (entry): entry is [string, Edit] => fieldOf(entry[0]) !== null && isEdit(entry[1]),
  );
  return Object.fromEntries(entries);
}

const isEdit = (value: unknown): value is Edit =>
  isObject(value) && typeof value.text === 'string' && isObject(value.base) && 'path' in value.base;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
