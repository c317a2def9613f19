/** Periods around today, as people call them. */
export const NAMED_PERIODS = {
  this_week: 'This week',
  last_week: 'Last week',
  last_7: 'Last 7 days',
  last_30: 'Last 30 days',
  this_month: 'This month',
  last_month: 'Last month',
  next_month: 'Next month',
} as const;
