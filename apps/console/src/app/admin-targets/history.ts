import type { TargetChange } from '@app/contracts';
import { type MadeKey, type WayBackKey, wayBack as wayBackOver } from '@app/domain/targets';
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
): readonly WayBackKey[] {
  const later = changes.filter((change) => change.revision > revision);
  return wayBackOver(
    stored,
    later.map(({ kind, keys }) => ({ kind, keys: keys.map(asMadeKey) })),
  );
}

/** JSON has no "absent": there it is null. */
const asMadeKey = ({ before, after, ...key }: TargetChange['keys'][number]): MadeKey => ({
  ...key,
  before: before ?? undefined,
  after: after ?? undefined,
});
