import { CATALOGUE } from './catalogue.js';
import type { Metric } from '../model/metric.js';
import { dateFieldOf } from '../model/window.js';
import type { MetricDefinition } from '../model/metric-definition.js';
import { pickedBy } from './catalogue.js';

/** How a metric is listed to callers. */
export function definitionOf(metric: Metric): MetricDefinition {
  const { id, label, unit, definition, formula, kind } = metric;
  const picked = pickedBy(metric);
  return {
    id,
    label,
    unit,
    definition,
    formula,
    date_field: picked && dateFieldOf(picked.window),
    target: kind === 'counted' ? metric.target : null,
    breakdown: kind === 'counted' || kind === 'ratio',
  };
}

/** Every metric, in the order of docs/domain.md, section 5. */
export function metricDefinitions(): readonly MetricDefinition[] {
  return CATALOGUE.map(definitionOf);
}
