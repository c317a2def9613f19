import { sameStored, storedAt } from './stored-group.js';
import type { ResolvedTarget, TargetKey, TargetSet } from './target-set.js';

/** A target that came with the sample of a new installation. */
export interface SampleTarget {
  /** Stored path such as `intro_poa.poa`. */
  readonly key: string;
  /** What the sample set: what somebody else stores there is no sample target any more. */
  readonly value: unknown;
}

const MARK = 'sample: ';
const PART = ' + ';

/** An origin that says that the value, or a part of it, came with the sample. */
export const sampleOrigin = (origin: string): string => (isSampleOrigin(origin) ? origin : MARK + origin);

/** Whether an origin says that the value, or a part of it, came with the sample. */
export const isSampleOrigin = (origin: string | null): boolean => origin?.startsWith(MARK) ?? false;

/** The origin itself, whether the sample's or not. */
export const bareOrigin = (origin: string): string =>
  isSampleOrigin(origin) ? origin.slice(MARK.length) : origin;

/** The stored paths that still hold what the sample set. */
export function sampleKeys(stored: unknown, sample: readonly SampleTarget[]): string[] {
  return sample
    .filter(
      ({ key, value }) => storedAt(stored, key) !== undefined && sameStored(storedAt(stored, key), value),
    )
    .map(({ key }) => key);
}

/**
 * Marks each target that is read from a stored path of the sample, wholly or in part, by its origin.
 *
 * @param targets as resolved
 * @param keys stored paths, as {@link sampleKeys} gives them
 * @see docs/domain.md, section 6
 */
export function markSample(targets: TargetSet, keys: readonly string[]): TargetSet {
  if (keys.length === 0) return targets;
  const paths = new Set(keys);
  const marked = (target: ResolvedTarget): ResolvedTarget =>
    target.origin?.split(PART).some((part) => paths.has(part))
      ? { ...target, origin: sampleOrigin(target.origin) }
      : target;
  return {
    keys: Object.fromEntries(
      Object.entries(targets.keys).map(([key, target]) => [key, marked(target)]),
    ) as Record<TargetKey, ResolvedTarget>,
    revenue: Object.fromEntries(
      Object.entries(targets.revenue).map(([year, months]) => [year, months.map(marked)]),
    ),
  };
}
