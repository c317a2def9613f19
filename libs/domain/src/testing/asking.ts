import { day } from '../period/day.js';
import { period } from '../period/period.js';
import type { Question } from '../metrics/model/question.js';
import type { ScreenQuestion } from '../screens/answers/screen.js';
import { DEFAULT_WEIGHTS } from '../weighting/weight-table.js';

/** H2 2026 seen from 22 November 2026, without filters, unless something else is named. */
export function asking(changes: Partial<Question> = {}): Question {
  return {
    period: period(day('2026-07-01'), day('2026-12-31')),
    asOf: day('2026-11-22'),
    filters: {},
    weights: DEFAULT_WEIGHTS,
    revenueSpan: 'year',
    ...changes,
  };
}

/** The same, compared with nothing unless something else is named. */
export function screenAsking(changes: Partial<ScreenQuestion> = {}): ScreenQuestion {
  return { ...asking(changes), against: 'none', ...changes };
}
