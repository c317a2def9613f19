import type { RecordSet } from '../record-set/record-set.js';
import type { Asked } from './asked.js';
import { CLOSED_ARR, countedOf, metricOf, REVENUE_TO_DATE } from './catalogue/catalogue.js';
import type { Metric, Picked } from './catalogue/metric.js';
import { positionsOf } from './engine/positions.js';
import { daysOfFigure, type FigureId, figureOf, isFigure } from './figures/figure.js';

/**
 * The records a number is made of: of a rate, those of its denominator; of what remains of the revenue target, those
 * of the revenue to date; of a mere target, none. Figures of the Dashboard have records by the same rules.
 *
 * @returns positions in the set, ascending
 * @throws UnknownMetricError
 * @see docs/domain.md, section 5
 */
export function recordsBehind(set: RecordSet, metricId: string, asked: Asked): Uint32Array {
  if (isFigure(metricId)) return recordsOfFigure(set, metricId, asked);
  const picked = pickedBy(metricOf(metricId));
  return picked === null ? new Uint32Array(0) : positionsOf(set, picked, asked);
}

function recordsOfFigure(set: RecordSet, id: FigureId, asked: Asked): Uint32Array {
  const days = daysOfFigure(figureOf(id, asked), asked);
  if (days === null) return new Uint32Array(0);
  return positionsOf(set, countedOf(CLOSED_ARR), { ...asked, period: days });
}

/** Which records stand behind a metric; null for those without records. */
export function pickedBy(metric: Metric): Picked | null {
  switch (metric.kind) {
    case 'counted':
    case 'distinct':
      return metric;
    case 'ratio':
      return countedOf(metric.denominator);
    case 'plan':
      return metric.plan === 'remaining' || metric.plan === 'gap' ? countedOf(REVENUE_TO_DATE) : null;
  }
}
