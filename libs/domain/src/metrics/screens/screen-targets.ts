import type { TargetKey, TargetSet } from '../../targets/target-set.js';
import type { Metric } from '../catalogue/metric.js';

/** Targets that a screen compares with instead of the catalogue's own: by screen, then by the catalogue's target. */
const OWN_TARGETS: Readonly<Record<string, Partial<Record<TargetKey, TargetKey>>>> = {
  // There, meetings are those that were scheduled.
  'meetings-attended': { meetings: 'scheduled' },
};

/**
 * A metric as a screen compares it.
 *
 * @param screen name of the screen, such as `meetings-attended`; null for the catalogue's own target
 * @see docs/domain.md, section 5
 */
export function metricOn(screen: string | null, metric: Metric): Metric {
  if (metric.kind !== 'counted' || metric.target === null || metric.target === 'revenue') return metric;
  return { ...metric, target: ownTargets(screen)[metric.target] ?? metric.target };
}

/**
 * Targets under which the catalogue compares as a screen does.
 *
 * @see docs/domain.md, section 5
 */
export function targetsOn(screen: string | null, targets: TargetSet | null): TargetSet | null {
  if (targets === null) return null;
  const own = Object.entries(ownTargets(screen)).map(([key, instead]) => [key, targets.keys[instead]]);
  return { ...targets, keys: { ...targets.keys, ...Object.fromEntries(own) } as TargetSet['keys'] };
}

const ownTargets = (screen: string | null) => OWN_TARGETS[screen ?? ''] ?? {};
