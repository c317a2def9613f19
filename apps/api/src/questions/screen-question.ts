import { type BdrGoals, monthsTouched, type ScreenQuestion } from '@app/domain';
import { QUESTION_PARAMETERS, type QuestionDefaults, readQuestion } from './question-query.js';
import { badField } from '../http/problem.js';
import type { QueryReader } from '../http/query-reader.js';

/** Parameters of every screen. */
export const SCREEN_PARAMETERS = [...QUESTION_PARAMETERS, 'against'];

/** What a period can be compared with; the first is what it is without asking. */
export const AGAINST = ['previous', 'last_year', 'none'] as const;

/** All that a screen depends on beside the data and the targets. */
export interface ScreenInput {
  readonly asked: ScreenQuestion;
  readonly goals: BdrGoals;
}

/** A hundred years: a screen has a row for each month of its period, whatever falls into it. */
const MAX_MONTHS = 1_200;

/** @throws ProblemException (400) naming the parameter */
export function readScreenQuestion(read: QueryReader, defaults: QuestionDefaults): ScreenQuestion {
  const asked = readQuestion(read, defaults);
  const months = monthsTouched(asked.period);
  if (months > MAX_MONTHS) {
    throw badField('to', `A screen shows ${MAX_MONTHS} months at most, this period touches ${months}.`);
  }
  return { ...asked, against: read.oneOf('against', AGAINST) ?? AGAINST[0] };
}
