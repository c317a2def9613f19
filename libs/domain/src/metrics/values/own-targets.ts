import type { TargetKey } from '../../targets/target-set.js';
import type { CatalogueMetric } from '../catalogue/catalogue.js';

/** Targets to compare with instead of the catalogue's own, by the catalogue's target. */
export type OwnTargets = Readonly<Partial<Record<TargetKey, TargetKey>>>;

/**
 * A metric as it is compared where other targets hold.
 *
 * @see docs/domain.md, section 5
 */
export function withOwnTarget(metric: CatalogueMetric, own: OwnTargets): CatalogueMetric {
  if (metric.kind !== 'counted' || metric.target === null || metric.target === 'revenue') return metric;
  return { ...metric, target: own[metric.target] ?? metric.target };
}
