import { type BdrGoals, monthsTouched, type ScreenQuestion } from '@app/domain';
import { oneOf, type Parameter, type QueryValues } from '../http/query-parameters.js';
import { refusedField } from '../refusals/refusal.js';
import { PERIOD, QUESTION, type QuestionDefaults, questionOf } from './question-parameters.js';

/** What a period can be compared with; the first is the default. */
const AGAINST = ['previous', 'last_year', 'none'] as const;

/** A hundred years: a screen has a row for each month of its period, whatever falls into it. */
const MAX_MONTHS = 1_200;

const SCREEN_PERIOD: typeof PERIOD = {
  documents: PERIOD.documents,
  read: (read) => {
    const period = PERIOD.read(read);
    const months = monthsTouched(period);
    if (months <= MAX_MONTHS) return period;
    throw refusedField('to', `A screen shows ${MAX_MONTHS} months at most, this period touches ${months}.`);
  },
};

const COMPARED: Parameter<(typeof AGAINST)[number] | null> = oneOf(
  {
    name: 'against',
    description: 'What the period is compared with: the one before (default), a year earlier, or nothing.',
  },
  AGAINST,
);

/** What is asked of every screen. */
export const SCREEN = { ...QUESTION, period: SCREEN_PERIOD, against: COMPARED };

export type ScreenArguments = QueryValues<typeof SCREEN>;

/** All that a screen depends on beside the data and the targets. */
export interface ScreenInput {
  readonly question: ScreenQuestion;
  readonly goals: BdrGoals;
}

/** What a screen is asked for. */
export const screenQuestionOf = (query: ScreenArguments, defaults: QuestionDefaults): ScreenQuestion => ({
  ...questionOf(query, defaults),
  against: query.against ?? AGAINST[0],
});
