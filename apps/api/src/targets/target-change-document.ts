import type { TargetChange } from '@app/contracts';
import type { ChangedKey } from '@app/domain';
import type { LoggedChange } from '../database/change-log.js';

/** One key of a change; a value that was absent has no field. */
interface LoggedKey extends ChangedKey {
  /** Only where `before` came with the sample. */
  was_sample?: true;
  /** Only where `after` did and was brought back by a restore. */
  is_sample?: true;
}

/** A change of a view's targets as stored in `target_changes`. */
export interface TargetChangeDocument extends LoggedChange {
  view_id: string;
  /** Revision that the view's document had: a change that did not reach it is brought in later. */
  from_revision: number;
  kind: TargetChange['kind'];
  restored_revision: number | null;
  keys: LoggedKey[];
}

/** A change as the API answers it. */
export const toTargetChange = ({
  id,
  revision,
  at,
  by,
  kind,
  restored_revision,
  keys,
}: TargetChangeDocument): TargetChange => ({
  id,
  revision,
  at: at.toISOString(),
  by,
  kind,
  restored_revision,
  keys: keys.map(({ key, before = null, after = null, was_sample }) => ({
    key,
    before,
    after,
    ...(was_sample && { was_sample }),
  })),
});
