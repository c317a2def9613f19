import type { MetricDefinition } from '../catalogue/metric-definition.js';
import { type Figure, type FigurePart, isSumOfRecords } from '../values/figure.js';

type Words = Pick<MetricDefinition, 'label' | 'definition' | 'formula'>;

const WORDS: Record<FigurePart, (span: string) => Words> = {
  revenue: (span) => ({
    label: `Revenue ${span} to date`,
    definition: `ARR of the closed deals whose billing started from the first day of ${span} to today.`,
    formula: 'Sum of their ARR.',
  }),
  target: (span) => ({
    label: `Revenue target ${span}`,
    definition: `Revenue target of the whole of ${span}.`,
    formula: 'Sum of the monthly revenue targets.',
  }),
  expected: (span) => ({
    label: `Plan ${span} to date`,
    definition: `Revenue target from the first day of ${span} to today.`,
    formula: 'Sum of the monthly revenue targets, each times the share of its days up to today.',
  }),
  remaining: (span) => ({
    label: `Remaining in ${span}`,
    definition: `What the revenue target of ${span} needs beside revenue to date; negative when it is exceeded.`,
    formula: 'Revenue target - revenue to date.',
  }),
  gap: (span) => ({
    label: `Gap to the plan ${span} to date`,
    definition: `How far revenue to date lies below the plan to date of ${span}; 0 when it does not.`,
    formula: 'Plan to date - revenue to date, where positive.',
  }),
  needed: (span) => ({
    label: `Needed a month in ${span}`,
    definition: `What each month that is left of ${span} has to bring to reach its target; today still counts.`,
    formula: 'Remaining / months left; 0 once the target is reached.',
  }),
  later: (span) => ({
    label: `Starts later in ${span}`,
    definition:
      `ARR of the closed deals whose billing starts after today, up to the last day of ${span}: signed, ` +
      'and not in revenue to date.',
    formula: 'Sum of their ARR.',
  }),
  closed: (span) => ({
    label: `Revenue ${span}`,
    definition:
      'ARR of the closed deals whose billing starts in the period, today or not, against its target.',
    formula: 'Sum of their ARR.',
  }),
};

/** A figure as it is described to callers, in the form of a metric. */
export function figureDefinition(figure: Figure): MetricDefinition {
  const { id, part, spanLabel } = figure;
  return {
    id,
    ...WORDS[part](spanLabel),
    unit: 'money',
    date_field: part === 'target' || part === 'expected' ? null : 'billing_start',
    target: part === 'revenue' || part === 'closed' ? 'revenue' : null,
    breakdown: isSumOfRecords(figure),
  };
}
