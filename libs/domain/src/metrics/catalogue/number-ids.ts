import { UnknownMetricError } from '../model/errors.js';
import { isMetricId, type MetricId } from './catalogue.js';

/**
 * Figures of the Dashboard that are no metrics of the catalogue, but computed from them: each can be opened like a
 * metric. What is said of the revenue span and is not here is a metric: `revenue.ytd`, `revenue.gap` ...
 */
export const FIGURES = [
  'half.revenue',
  'half.target',
  'half.expected',
  'half.remaining',
  'half.gap',
  'half.needed',
  'half.later',
  'revenue.needed',
  'revenue.later',
  'period.revenue',
  'period.target',
  'period.expected',
  'period.remaining',
  'period.gap',
  'period.later',
  'period.closed',
] as const;

/** Id of a figure. */
export type FigureId = (typeof FIGURES)[number];

/** Whether an id is that of a figure. */
export const isFigure = (id: string): id is FigureId => FIGURES.some((each) => each === id);

/** Id of a number that can be opened: a metric of the catalogue, or a figure computed from some. */
export type NumberId = MetricId | FigureId;

/** Whether a text is the id of a metric or a figure. */
export const isNumberId = (text: string): text is NumberId => isMetricId(text) || isFigure(text);

/**
 * The id that a text from outside is.
 *
 * @throws UnknownMetricError
 */
export function readNumberId(text: string): NumberId {
  if (!isNumberId(text)) throw new UnknownMetricError(text);
  return text;
}
