import type { RecordSet } from '../../record-set/record-set.js';
import type { TargetSet } from '../../targets/target-set.js';
import type { Question } from '../model/question.js';
import type { FigureId } from '../catalogue/number-ids.js';
import { CLOSED_ARR, countedOf } from '../catalogue/catalogue.js';
import { compared, withoutTarget } from '../values/against-target.js';
import type { MetricExplanation } from './explanation.js';
import { missesOf } from './left-out.js';
import { type ComparedNumber, named } from '../values/metric-value.js';
import { targetsUnder } from '../values/metric-values.js';
import { gapNotes } from './notes.js';
import { recordsBehind } from '../records/records-behind.js';
import { closedArr, type RevenueStanding, revenueStanding } from '../values/revenue-standing.js';
import { revenueOrigin } from './target-origin.js';
import { daysOfFigure, type Figure, figureOf } from '../values/figure.js';
import { figureFormula } from './figure-formula.js';
import { figureDefinition } from './figure-labels.js';

/**
 * What a figure of the Dashboard is made of, line by line, and the records that are in it.
 *
 * @see docs/domain.md, section 5
 */
export function explainFigure(
  sets: readonly RecordSet[],
  id: FigureId,
  question: Question,
  stored: TargetSet | null,
): MetricExplanation {
  const figure = figureOf(id, question);
  const definition = figureDefinition(figure);
  const targets = targetsUnder(question, stored);
  const standing = revenueStanding(sets, figure.span, question, targets);
  const days = daysOfFigure(figure, question);
  const within = days && { ...question, period: days };
  return {
    metric: definition,
    value: named(definition, valueOf(figure, standing, closedArr(sets, days, question))),
    dates: days ?? figure.span,
    formula: figureFormula({ figure, standing, days, sets, question, targets }),
    target_origin: targets === null || figure.part === 'later' ? null : revenueOrigin(figure.span, targets),
    records_total: sets.reduce((total, set) => total + recordsBehind(set, id, question).length, 0),
    ...(within ? missesOf(sets, countedOf(CLOSED_ARR), within) : { left_out: [], of_these: [] }),
    notes: figure.part === 'gap' ? gapNotes(standing.gap, standing.revenue.status) : [],
  };
}

function valueOf({ part }: Figure, standing: RevenueStanding, closed: number): ComparedNumber {
  switch (part) {
    case 'revenue':
      return standing.revenue;
    case 'closed':
      // What bills later counts too: it is compared with the whole, not with a day of it.
      return compared(closed, standing.target, null);
    case 'later':
      return withoutTarget(standing.startsLater);
    default:
      return withoutTarget(standing[part]);
  }
}
