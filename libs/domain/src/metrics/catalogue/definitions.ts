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

/** A metric as people look it up. */
export interface CatalogueEntry extends MetricDefinition {
  readonly id: MetricId;
  /** Other words that people look for it by. */
  readonly also_called: readonly string[];
  /** Whether it is of deals of every date: `date_field` then only says in which month each of them counts. */
  readonly is_any_date: boolean;
}

/** Every metric, in the order of docs/domain.md, section 5. */
export function metricDefinitions(): readonly CatalogueEntry[] {
  return CATALOGUE.map((metric) => ({
    ...definitionOf(metric),
    also_called: metric.alsoCalled ?? [],
    is_any_date: pickedBy(metric)?.window === 'any',
  }));
}
