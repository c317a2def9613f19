import type { ResolvedTarget, TargetSet } from './target-set.js';

/**
 * The targets of a view from what is stored, in all shapes that databases mix.
 *
 * @param stored the `targets` of a view's document; unknown keys are not read
 * @see docs/domain.md, section 6
 */
export function resolveTargets(stored: unknown): TargetSet {
  throw new Error(`not computed: ${typeof stored}`);
}

/**
 * The targets of a master: per key its own value when set, else the sum over the views it adds up.
 *
 * @param stored the `targets` of the master's document
 * @param views the resolved targets of each view it adds up
 */
export function resolveMasterTargets(stored: unknown, views: readonly TargetSet[]): TargetSet {
  throw new Error(`not computed: ${typeof stored} ${views.length}`);
}

/** A target set as one flat list: each key, and `revenue_<year>.<month>` for each month of a stored year. */
export function flattenTargets(targets: TargetSet): Record<string, ResolvedTarget> {
  return { ...targets.keys };
}
