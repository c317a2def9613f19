import type { RunChange } from '@app/contracts';
import { type Deal, type DealDifference, diffDeals, readableFields, shownValue } from '@app/domain';

/** A deal at two revisions; null where it was not there. */
export interface DealStates {
  readonly before: Deal | null;
  readonly after: Deal | null;
}

/** What became of a deal from one revision to another; null where it is the same. */
export function netChange({ before, after }: DealStates): RunChange | null {
  const shown = after ?? before;
  if (!shown) return null;
  const difference = diffDeals(before ? [before] : [], after ? [after] : []);
  const kind = kindOf(difference);
  if (!kind) return null;
  const { id, client, stage } = shown;
  const fields = kind === 'changed' ? difference.changed.flatMap(readableFields) : null;
  return { deal_id: id, kind, client, stage, value: shownValue(shown), fields };
}

function kindOf({ added, changed, removed }: DealDifference): RunChange['kind'] | null {
  if (added.length > 0) return 'added';
  if (removed.length > 0) return 'removed';
  return changed.length > 0 ? 'changed' : null;
}
