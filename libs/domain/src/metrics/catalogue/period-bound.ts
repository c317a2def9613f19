import { type CatalogueMetric, countedOf } from './catalogue.js';
import type { WindowName } from '../model/window.js';

/** Windows that begin and end with the period that is asked for. */
const PERIOD_WINDOWS: ReadonlySet<WindowName> = new Set<WindowName>(['discovered', 'billed']);

/** A metric that may be about the records of the period alone. */
export type PeriodBound = Extract<CatalogueMetric, { kind: 'counted' | 'ratio' }>;

/** Whether a metric is about the records of the period alone, so that the parts of a period add up to it. */
export function isPeriodBound(metric: CatalogueMetric): metric is PeriodBound {
  switch (metric.kind) {
    case 'counted':
      return PERIOD_WINDOWS.has(metric.window);
    case 'ratio':
      return isPeriodBound(countedOf(metric.numerator)) && isPeriodBound(countedOf(metric.denominator));
    default:
      return false;
  }
}
