import type { MetricDefinition } from './metric.js';

/** Every metric, in the order of docs/domain.md, section 5. */
export function metricDefinitions(): readonly MetricDefinition[] {
  return [];
}
