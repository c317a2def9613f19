import type { RecordSet } from '../../record-set/record-set.js';
import type { Question } from '../model/question.js';
import { CLOSED_ARR, countedOf, metricOf, pickedBy } from '../catalogue/catalogue.js';
import { positionsOf } from '../engine/positions.js';
import { type FigureId, isFigure, type NumberId } from '../catalogue/number-ids.js';
import { daysOfFigure, figureOf } from '../values/figure.js';

/**
 * The records a number is made of: of a rate, those of its denominator; of what remains of the revenue target, those
 * of the revenue to date; of a mere target, none. Figures of the Dashboard have records by the same rules.
 *
 * @returns positions in the set, ascending
 * @see docs/domain.md, section 5
 */
export function recordsBehind(set: RecordSet, id: NumberId, question: Question): Uint32Array {
  if (isFigure(id)) return recordsOfFigure(set, id, question);
  const picked = pickedBy(metricOf(id));
  return picked === null ? new Uint32Array(0) : positionsOf(set, picked, question);
}

function recordsOfFigure(set: RecordSet, id: FigureId, question: Question): Uint32Array {
  const days = daysOfFigure(figureOf(id, question), question);
  if (days === null) return new Uint32Array(0);
  return positionsOf(set, countedOf(CLOSED_ARR), { ...question, period: days });
}
