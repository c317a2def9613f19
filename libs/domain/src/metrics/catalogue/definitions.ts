import { CATALOGUE, type CatalogueMetric, type MetricId, metricOf } from './catalogue.js';
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

/** Whether a metric looks at deals of every date, and at that of its definition only by month. */
export const isWhateverTheDate = (id: MetricId): boolean => pickedBy(metricOf(id))?.window === 'any';

/** A metric as people look it up. */
export interface CatalogueEntry extends MetricDefinition {
  readonly id: MetricId;
  /** Other words that people look for it by. */
  readonly also_called: readonly string[];
}

/** Every metric, in the order of docs/domain.md, section 5. */
export function metricDefinitions(): readonly CatalogueEntry[] {
  return CATALOGUE.map((metric) => ({ ...definitionOf(metric), also_called: metric.alsoCalled ?? [] }));
}
