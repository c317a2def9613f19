import { type Names, shownSpellings } from '../../record-set/names.js';
import type { NameField, RecordSet } from '../../record-set/record-set.js';
import type { Dimension } from '../model/dimension.js';
import type { GroupKey } from '../engine/grouping.js';

/** Label of the records that name nobody or nothing. */
export const UNASSIGNED = 'unassigned';

/** How the groups of a dimension are shown: people and products by their most frequent spelling, others by their key. */
export function labelling(sets: readonly RecordSet[], by: Dimension): (key: GroupKey) => string {
  if (!isNameField(by)) return (key) => key ?? UNASSIGNED;
  const shown = shownSpellings(sets.map(({ names }): Names => names[by].names));
  return (key) => (key === null ? UNASSIGNED : (shown.get(key) ?? key));
}

/** Order of groups: by key, null last. */
export function compareKeys(left: GroupKey, right: GroupKey): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return left < right ? -1 : Number(left > right);
}

const isNameField = (by: Dimension): by is NameField => by === 'owner' || by === 'bdr' || by === 'product';
