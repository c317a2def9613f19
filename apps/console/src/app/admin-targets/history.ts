import type { TargetChange } from '@app/contracts';
import { type ChangedKey, changedKeys, undoKeys } from '@app/domain/targets';
import type { Stored } from './stored';

/**
 * What going back to a revision would change, key by key.
 *
 * @param changes newest first, all that came after the revision among them
 */
export function wayBack(
  stored: Stored,
  changes: readonly TargetChange[],
  revision: number,
): readonly ChangedKey[] {
  const later = changes.filter((change) => change.revision > revision);
  const then = later.reduce<Stored>((state, { keys }) => undoKeys(state, keys.map(asChangedKey)), stored);
  return changedKeys(stored, then);
}

/** JSON has no "absent": there it is null. */
const asChangedKey = ({ key, before, after }: TargetChange['keys'][number]): ChangedKey => ({
  key,
  before: before ?? undefined,
  after: after ?? undefined,
});
