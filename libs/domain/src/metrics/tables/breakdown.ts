import type { RecordSet } from '../../record-set/record-set.js';
import type { Question } from '../model/question.js';
import { CLOSED_ARR } from '../catalogue/catalogue.js';
import type { Dimension } from '../model/dimension.js';
import { NoBreakdownError } from '../model/errors.js';
import { type FigureId, isFigure, type NumberId } from '../catalogue/number-ids.js';
import { daysOfFigure, figureOf, isSumOfRecords } from '../values/figure.js';
import { filledTable, metricColumn } from './metric-table.js';

/** One row of a breakdown. */
export interface BreakdownRow {
  /** Null for "unassigned". */
  readonly key: string | null;
  /** Name as the console shows it. */
  readonly label: string;
  /** The metric of this row alone; null for a rate over nothing. */
  readonly value: number | null;
}

/** A metric by a dimension. */
export interface BreakdownResult {
  /** By key, null last; a row for each key with records in the metric. */
  readonly rows: BreakdownRow[];
  /** The metric itself; rows of counts and sums add up to it. */
  readonly total: number | null;
}

/**
 * A metric by month, person, source group, stage, product or type of deal. Each row of a rate is that row's own rate,
 * each part of it by its own date; the total is the overall rate.
 *
 * @throws NoBreakdownError
 * @see docs/domain.md, section 5
 */
export function breakdown(
  sets: readonly RecordSet[],
  id: NumberId,
  by: Dimension,
  question: Question,
): BreakdownResult {
  if (isFigure(id)) return breakdownOfFigure(sets, id, by, question);
  const column = metricColumn(id);
  const { rows, totals } = filledTable(sets, { by, columns: [column], months: null }, question);
  return {
    rows: rows.map(({ key, label, values }) => ({ key, label, value: values[0] ?? null })),
    total: totals[0] ?? null,
  };
}

/** A figure that is the sum of its records has the breakdown of that sum over its own days. */
function breakdownOfFigure(
  sets: readonly RecordSet[],
  id: FigureId,
  by: Dimension,
  question: Question,
): BreakdownResult {
  const figure = figureOf(id, question);
  if (!isSumOfRecords(figure)) throw new NoBreakdownError(id);
  const days = daysOfFigure(figure, question);
  if (days === null) return { rows: [], total: 0 };
  return breakdown(sets, CLOSED_ARR, by, { ...question, period: days });
}
