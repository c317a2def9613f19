import { CATALOGUE, type CatalogueMetric, type MetricId } from './catalogue.js';
import { dateFieldOf } from '../model/window.js';
import type { MetricDefinition } from './metric-definition.js';
import { pickedBy } from './catalogue.js';

/** The definition of a metric of the catalogue. */
export type CatalogueDefinition = MetricDefinition & { readonly id: MetricId };

/** How a metric is listed to callers. */
export function definitionOf(metric: CatalogueMetric): CatalogueDefinition {
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
export function metricDefinitions(): readonly CatalogueDefinition[] {
  return CATALOGUE.map(definitionOf);
}
