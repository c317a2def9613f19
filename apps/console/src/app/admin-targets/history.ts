import type { TargetChange } from '@app/contracts';
import { type PastKey, type RestoredKey, restoredKeys } from '@app/domain/targets';
import type { Stored } from './stored';

/**
 * What restoring a revision would change, key by key.
 *
 * @param changes newest first, all that came after the revision among them
 */
export function keysToRestore(
  stored: Stored,
  changes: readonly TargetChange[],
  revision: number,
): readonly RestoredKey[] {
  const later = changes.filter((change) => change.revision > revision);
  return restoredKeys(
    stored,
    later.map(({ kind, keys }) => ({ kind, keys: keys.map(asPastKey) })),
  );
}

/** JSON has no "absent": there it is null. */
const asPastKey = ({ before, after, ...key }: TargetChange['keys'][number]): PastKey => ({
  ...key,
  before: before ?? undefined,
  after: after ?? undefined,
});
