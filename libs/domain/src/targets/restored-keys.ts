import { storedAt } from './stored-group.js';
import { type ChangedKey, changedKeys, undoKeys } from './target-changes.js';

/** A key of a change in the history of targets. */
export interface PastKey extends ChangedKey {
  /** Whether `before` came with the sample of a new installation: nobody had set it. */
  readonly was_sample?: boolean;
}

/** A change in the history of targets. */
export interface PastChange {
  /**
   * `sample_removed` when the sample's targets were removed with it, `sample_restored` when they came back with it;
   * anything else is somebody's change.
   */
  readonly kind: string;
  readonly keys: readonly PastKey[];
}

/** A key that a restore changes. */
export interface RestoredKey extends ChangedKey {
  /** Only where `after` is the sample's again. */
  readonly is_sample?: true;
}

/**
 * How stored targets change when the changes after a revision are undone, key by key. A target of the sample is the
 * sample's again; once the sample was removed, nothing takes its place: what nobody set is never restored as if
 * somebody had.
 *
 * @param stored targets as stored, in any shape
 * @param later the changes to undo, newest first
 * @see docs/domain.md, section 6
 */
export function restoredKeys(stored: unknown, later: readonly PastChange[]): RestoredKey[] {
  const hasLeft = isSampleGone(later);
  const past = later.reduce<unknown>(
    (state, change) => undoKeys(state, hasLeft ? withoutSample(change) : change.keys),
    stored,
  );
  const keys = changedKeys(stored, past);
  if (hasLeft) return keys;
  const sample = sampleAgain(later);
  return keys.map((key) => (sample.has(key.key) ? { ...key, is_sample: true } : key));
}

/**
 * The targets that come back with the sample of which they are a part, where nobody has set others since.
 *
 * @param stored targets as stored, in any shape
 * @param changes all changes, newest first
 * @see docs/domain.md, section 6
 */
export function sampleToBringBack(stored: unknown, changes: readonly PastChange[]): RestoredKey[] {
  const newest = changes.find(isOfSample);
  if (newest?.kind !== 'sample_removed') return [];
  return newest.keys
    .filter(({ key, before }) => before !== undefined && storedAt(stored, key) === undefined)
    .map(({ key, before }) => ({ key, after: before, is_sample: true }));
}

const isOfSample = ({ kind }: PastChange): boolean => kind === 'sample_removed' || kind === 'sample_restored';

const isSampleGone = (changes: readonly PastChange[]): boolean =>
  changes.find(isOfSample)?.kind === 'sample_removed';

const withoutSample = ({ kind, keys }: PastChange): ChangedKey[] =>
  keys.map((key) => (kind === 'sample_removed' || key.was_sample ? { ...key, before: undefined } : key));

/** What the first of the changes found as the sample's. */
function sampleAgain(later: readonly PastChange[]): ReadonlySet<string> {
  const first = new Map(later.flatMap(({ keys }) => keys.map((key) => [key.key, key] as const)));
  return new Set([...first.values()].filter((key) => key.was_sample).map(({ key }) => key));
}
