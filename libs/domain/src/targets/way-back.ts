import { type ChangedKey, changedKeys, undoKeys } from './target-changes.js';

/** A key of a change in the history of targets. */
export interface MadeKey extends ChangedKey {
  /** Whether `before` came with the sample of a new installation: nobody had set it. */
  readonly was_sample?: boolean;
}

/** A change in the history of targets. */
export interface MadeChange {
  /** `sample_removed` when the sample took its targets along; anything else is somebody's change. */
  readonly kind: string;
  readonly keys: readonly MadeKey[];
}

/** A key that going back changes. */
export interface WayBackKey extends ChangedKey {
  /** Only where `after` is the sample's again. */
  readonly is_sample?: true;
}

/**
 * What going back over changes makes of stored targets, key by key. A target of the sample is the sample's again, and
 * once the sample has left there is none in its place: what nobody set never comes back as if somebody had.
 *
 * @param stored targets as stored, in any shape
 * @param later the changes to go back over, newest first
 * @see docs/domain.md, section 6
 */
export function wayBack(stored: unknown, later: readonly MadeChange[]): WayBackKey[] {
  const hasLeft = later.some(({ kind }) => kind === 'sample_removed');
  const past = later.reduce<unknown>(
    (state, change) => undoKeys(state, hasLeft ? withoutSample(change) : change.keys),
    stored,
  );
  const keys = changedKeys(stored, past);
  if (hasLeft) return keys;
  const sample = sampleAgain(later);
  return keys.map((key) => (sample.has(key.key) ? { ...key, is_sample: true } : key));
}

const withoutSample = ({ kind, keys }: MadeChange): ChangedKey[] =>
  keys.map((key) => (kind === 'sample_removed' || key.was_sample ? { ...key, before: undefined } : key));

/** What the first of the changes found as the sample's. */
function sampleAgain(later: readonly MadeChange[]): ReadonlySet<string> {
  const first = new Map(later.flatMap(({ keys }) => keys.map((key) => [key.key, key] as const)));
  return new Set([...first.values()].filter((key) => key.was_sample).map(({ key }) => key));
}
