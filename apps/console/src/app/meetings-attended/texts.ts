export const ATTENDED = {
  heading: 'Meetings attended',
  numbers: 'Meetings and what became of them',
  scheduled: 'Scheduled',
  months: {
    heading: 'Month by month',
    aside: 'closed deals by billing start',
    attended: 'Intros attended',
    poa: 'POA generated',
    closed: 'Deals closed',
    scheduled: 'Scheduled',
  },
  people: {
    heading: 'AE by ARR closed',
    none: 'No meeting and no closed deal in this period.',
    counts: (intros: string, poa: string, closed: string) =>
      `${intros} attended · ${poa} POA · ${closed} closed`,
    rates: (toPoa: string, toClose: string) => `${toPoa} to POA · ${toClose} to close`,
    small: 'small',
    smallHint: 'A rate from fewer than 5 cases: one case more or less changes it a lot.',
    rest: (count: string) => `Show all ${count}`,
    fewer: 'Show fewer',
  },
  table: { heading: 'AE performance', aside: 'totals are the numbers above' },
  intros: 'Intros attended',
  poa: 'POA generated',
} as const;
