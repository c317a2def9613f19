import type { RecordSet } from '../record-set/record-set.js';
import type { TargetSet } from '../targets/target-set.js';
import type { Asked } from './asked.js';
import { metricOf } from './catalogue/catalogue.js';
import type { Metric } from './catalogue/metric.js';
import { withoutTarget } from './compare.js';
import { definitionOf } from './definitions.js';
import type { MetricExplanation } from './explanation.js';
import { explainFigure } from './figures/explain-figure.js';
import { isFigure } from './figures/figure.js';
import { formulaOf } from './formula.js';
import { type OpenPeriod, openPeriodOf, revenueSpanOf, windowOf } from './engine/window.js';
import { missesOf } from './left-out.js';
import { metricValues, targetsUnder } from './metric-values.js';
import { notesOf } from './notes.js';
import { pickedBy, recordsBehind } from './records-behind.js';
import { metricOn, targetsOn } from './screens/screen-targets.js';
import { targetOriginOf } from './target-origin.js';

/**
 * What a number is made of, where its target comes from and what was left out.
 *
 * @param screen the screen whose number it is, where that compares with a target of its own; null for none
 * @throws UnknownMetricError
 * @see docs/domain.md, section 5
 */
export function explain(
  sets: readonly RecordSet[],
  metricId: string,
  asked: Asked,
  targets: TargetSet | null,
  screen: string | null = null,
): MetricExplanation {
  if (isFigure(metricId)) return explainFigure(sets, metricId, asked, targets);
  const metric = metricOn(screen, metricOf(metricId));
  const values = metricValues(sets, asked, targetsOn(screen, targets));
  return {
    metric: definitionOf(metric),
    value: values[metricId] ?? withoutTarget(null),
    dates: datesOf(metric, asked),
    formula: formulaOf(metric, { sets, asked, targets, values }),
    target_origin: targetOriginOf(metric, asked, targetsUnder(asked, targets)),
    records_total: sets.reduce((total, set) => total + recordsBehind(set, metricId, asked).length, 0),
    ...missesOf(sets, metric, asked),
    notes: notesOf(sets, [metricId], asked, values)[metricId] ?? [],
  };
}

/** A target has no records: it is about the revenue span, what is expected by today about the days up to today. */
function datesOf(metric: Metric, asked: Asked): OpenPeriod {
  if (metric.kind === 'plan' && metric.plan === 'expected')
    return { from: revenueSpanOf(asked).from, to: asked.asOf };
  const picked = pickedBy(metric);
  return openPeriodOf(picked === null ? revenueSpanOf(asked) : windowOf(picked.window, asked));
}
