import type { RecordSet } from '../../record-set/record-set.js';
import type { TargetSet } from '../../targets/target-set.js';
import type { Question } from '../model/question.js';
import { type CatalogueMetric, metricOf, pickedBy } from '../catalogue/catalogue.js';
import { named } from '../values/metric-value.js';
import { withoutTarget } from '../values/against-target.js';
import { definitionOf } from '../catalogue/definitions.js';
import type { MetricExplanation } from './explanation.js';
import { explainFigure } from './explain-figure.js';
import { isFigure, type NumberId } from '../catalogue/number-ids.js';
import { formulaOf } from './formula.js';
import { type OpenPeriod, openPeriodOf, revenueSpanOf, windowOf } from '../model/window.js';
import { missesOf } from './left-out.js';
import { metricValues, targetsUnder } from '../values/metric-values.js';
import { notesOf } from './notes.js';
import { recordsBehind } from '../records/records-behind.js';
import { type OwnTargets, withOwnTarget } from '../values/own-targets.js';
import { targetOriginOf } from './target-origin.js';

/**
 * What a number is made of, where its target comes from and what was left out.
 *
 * @param own targets that its screen compares with instead of the catalogue's own
 * @throws UnknownMetricError
 * @see docs/domain.md, section 5
 */
export function explain(
  sets: readonly RecordSet[],
  id: NumberId,
  question: Question,
  targets: TargetSet | null,
  own: OwnTargets = {},
): MetricExplanation {
  if (isFigure(id)) return explainFigure(sets, id, question, targets);
  const metric = withOwnTarget(metricOf(id), own);
  const values = metricValues(sets, question, targets, own);
  return {
    metric: definitionOf(metric),
    value: values[id] ?? named(metric, withoutTarget(null)),
    dates: datesOf(metric, question),
    formula: formulaOf(metric, { sets, question, targets, values }),
    target_origin: targetOriginOf(metric, question, targetsUnder(question, targets)),
    records_total: sets.reduce((total, set) => total + recordsBehind(set, id, question).length, 0),
    ...missesOf(sets, metric, question),
    notes: notesOf(sets, [id], question, values)[id] ?? [],
  };
}

/** A target has no records: it is about the revenue span, what is expected by today about the days up to today. */
function datesOf(metric: CatalogueMetric, question: Question): OpenPeriod {
  if (metric.kind === 'plan' && metric.plan === 'expected')
    return { from: revenueSpanOf(question).from, to: question.asOf };
  const picked = pickedBy(metric);
  return openPeriodOf(picked === null ? revenueSpanOf(question) : windowOf(picked.window, question));
}
