import type { TargetKey, TargetSet } from '../../targets/target-set.js';
import type { Metric } from '../model/metric.js';

/** Targets to compare with instead of the catalogue's own, by the catalogue's target. */
export type OwnTargets = Readonly<Partial<Record<TargetKey, TargetKey>>>;

/**
 * A metric as it is compared where other targets hold.
 *
 * @see docs/domain.md, section 5
 */
export function withOwnTarget(metric: Metric, own: OwnTargets): Metric {
  if (metric.kind !== 'counted' || metric.target === null || metric.target === 'revenue') return metric;
  return { ...metric, target: own[metric.target] ?? metric.target };
}

/**
 * Targets under which the catalogue compares with others than its own.
 *
 * @see docs/domain.md, section 5
 */
export function withOwnTargets(targets: TargetSet | null, own: OwnTargets): TargetSet | null {
  if (targets === null) return null;
  const keys = Object.entries(own).map(([key, instead]) => [key, targets.keys[instead]]);
  return { ...targets, keys: { ...targets.keys, ...Object.fromEntries(keys) } as TargetSet['keys'] };
}
