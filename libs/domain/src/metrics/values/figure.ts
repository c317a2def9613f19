import { civil } from '../../period/day.js';
import type { Period } from '../../period/period.js';
import { halfLabel, halfOf, periodLabel } from '../../period/presets.js';
import type { FigureId } from '../catalogue/number-ids.js';
import type { Question } from '../model/question.js';
import { revenueSpanOf } from '../model/window.js';
import { daysAhead, daysToDate } from './revenue-plan.js';

/** What a figure says about the revenue of a span. */
export type FigurePart =
  'revenue' | 'target' | 'expected' | 'remaining' | 'gap' | 'needed' | 'later' | 'closed';

/** Which span it is about: the revenue span, the half that holds the end of the period, or the period. */
type FigureSpan = 'revenue' | 'half' | 'period';

/** A figure with the days it is about. */
export interface Figure {
  readonly id: FigureId;
  readonly part: FigurePart;
  readonly span: Period;
  /** What people call the span, such as `H2 2026`. */
  readonly spanLabel: string;
}

/** The figure of an id for a question. */
export function figureOf(id: FigureId, question: Question): Figure {
  const [spanName, part] = id.split('.') as [FigureSpan, FigurePart];
  const span = spanOf(spanName, question);
  return { id, part, span, spanLabel: labelOf(spanName, span, question) };
}

/** Days whose closed deals are in a figure, by their billing start; null for one without records. */
export function daysOfFigure({ part, span }: Figure, { asOf }: Question): Period | null {
  switch (part) {
    case 'target':
    case 'expected':
      return null;
    case 'later':
      return daysAhead(span, asOf);
    case 'closed':
      return span;
    default:
      return daysToDate(span, asOf);
  }
}

/** Whether its records add up to it, so that it can be broken down. */
export const isSumOfRecords = ({ part }: Figure): boolean => SUMS.has(part);

const SUMS: ReadonlySet<FigurePart> = new Set<FigurePart>(['revenue', 'later', 'closed']);

function spanOf(name: FigureSpan, question: Question): Period {
  if (name === 'period') return question.period;
  return name === 'half' ? halfOf(question.period.to) : revenueSpanOf(question);
}

function labelOf(name: FigureSpan, span: Period, { asOf }: Question): string {
  if (name === 'period') return periodLabel(span, asOf);
  return span.to === halfOf(span.from).to ? halfLabel(span.to) : String(civil(span.to).year);
}
