import { counted } from './make.js';
import type { PlanMetric } from '../model/metric.js';
import { unbilled } from './near-misses.js';
import { isAny, isClosed } from './predicates.js';

const plan = <const Part extends PlanMetric['plan']>(
  part: Part,
  label: string,
  definition: string,
  formula: string,
  alsoCalled: readonly string[],
): PlanMetric<`revenue.${Part}`> => ({
  kind: 'plan',
  id: `revenue.${part}`,
  label,
  unit: 'money',
  definition,
  formula,
  alsoCalled,
  plan: part,
});

/** Revenue of the year (or half, by a setting) against its targets. */
export const REVENUE = [
  counted({
    id: 'revenue.ytd',
    label: 'Revenue to date',
    definition: 'ARR of the closed deals whose billing started from the start of the revenue span to today.',
    formula: 'Sum of their ARR.',
    window: 'billed_in_span',
    where: isClosed,
    amount: 'arr',
    target: 'revenue',
    alsoCalled: ['sales', 'turnover', 'YTD', 'year to date'],
    leftOut: [
      ...unbilled(isAny, 'billed_in_span'),
      {
        reason: 'closed deals whose billing starts later in the span',
        one: 'closed deal whose billing starts later in the span',
        window: 'billed_later',
        where: isClosed,
      },
    ],
  }),
  plan(
    'target',
    'Revenue target',
    'Revenue target of the whole revenue span.',
    "Sum of the monthly revenue targets of the span's months.",
    ['quota', 'objective', 'goal', 'budget'],
  ),
  plan(
    'expected',
    'Plan to date',
    'Revenue target from the start of the revenue span to today.',
    'Sum of the monthly revenue targets, each times the share of its days up to today.',
    ['pace', 'expected by now'],
  ),
  plan(
    'remaining',
    'Revenue remaining',
    'What the revenue target still needs; negative when it is exceeded.',
    'Revenue target - revenue to date.',
    ['still to close', 'missing'],
  ),
  plan(
    'gap',
    'Gap to the plan to date',
    'How far revenue to date lies below the plan to date; 0 when it does not.',
    'Plan to date - revenue to date, where positive.',
    ['behind', 'shortfall', 'delay'],
  ),
] as const;
