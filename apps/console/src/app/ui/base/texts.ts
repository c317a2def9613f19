/**
 * Every English word that more than one page shows; a page's own words stand in its `texts.ts`. A second language is
 * another object of the same type.
 */
export const TEXTS = {
  product: 'Pipeline',
  signIn: 'Sign in',
  /** In the browser's tab. */
  titled: (page: string) => `${page} · Pipeline`,
  status: { on_track: 'On track', at_risk: 'At risk', behind: 'Behind' },
  none: '–',
  noValue: 'nothing to divide by',
  retry: 'Try again',
  requestId: (id: string) => `Request ${id}`,
  loading: 'Loading',
  close: 'Close',
  deals: (count: string, isOne: boolean) => `${count} ${isOne ? 'deal' : 'deals'}`,
  waiting: (count: string, isOne: boolean) =>
    `${count} ${isOne ? 'import waits' : 'imports wait'} for a decision`,
  months: (count: string) => `${count} ${count === '1' ? 'month' : 'months'}`,
  unassigned: 'Unassigned',
  whatIs: (number: string) => `What is “${number}”?`,
  people: { everyone: 'Everyone', me: 'Me' },
  filters: {
    owner: 'AE',
    bdr: 'BDR',
    source_group: 'Source',
    stage: 'Stage',
    product: 'Product',
    type_of_deal: 'Type',
    relevance: 'Relevance',
  },
  /** Deals without a value, where there is a better word than "unassigned". */
  noneOf: { relevance: 'Not assessed', stage: 'No stage' } as Readonly<Record<string, string | undefined>>,
  otherValue: 'Other',
  filterWords: (label: string, names: string) => `${label} ${names}`,
  pace: (share: string) => `pace ${share}`,
  of: (target: string) => `of ${target}`,
  progress: (target: string, share: string) => `of ${target} · ${share}`,
  comparison: {
    on: (change: string, label: string) => `${change} on ${label}`,
    upTo: (label: string, day: string) => `${label} to ${day}`,
    from: (before: string, label: string) => `from ${before} in ${label}`,
    fromBrief: (before: string) => `from ${before}`,
    same: (label: string) => `same as ${label}`,
    days: { previous: 'the days before', last_year: 'the year before' },
    never: 'not compared: deals moved on',
    movedSince:
      'Weights are those of today, and the deals of an earlier period have closed, moved on or aged since: ' +
      'comparing the two would compare unlike things.',
    /** Of a period under way, what is compared is not all that the number counts. */
    soFar: (now: string, change: string) => `${now} so far: ${change}`,
    points: (points: string, isOne: boolean) => `${points} ${isOne ? 'pt' : 'pts'}`,
    hint: (now: string, before: string, days: string, isPartial: boolean) =>
      `${now} ${isPartial ? 'so far, ' : ''}against ${before} in ${days}`,
  },
  notes: {
    weightless: (deals: string, pipe: string, isOne: boolean) =>
      `${deals}, ${pipe} ${isOne ? 'weighs' : 'weigh'} nothing`,
    notAssessed: (deals: string) => `${deals} not assessed`,
    twoCohorts: 'counted apart in the period',
    small: 'from fewer than 5 cases',
    sampleTarget: 'with sample targets',
    countsAsOnTrack: 'within the 10% that count as on track',
    withoutMrr: 'no MRR in the data of these deals',
    untilEnd: (end: string) => `all that bills by ${end}`,
  },
  copiedNumbers: {
    number: 'Number',
    value: 'Value',
    target: 'Target',
    progress: 'Progress',
    change: 'Change',
  },
  underOnePercent: '<1%',
  nearlyWhole: '>99%',
  course: (steps: string) => `over time: ${steps}`,
  problems: {
    offline: 'You are offline',
    offlineDetail: 'The server cannot be reached. Check the connection; nothing was lost.',
    unknown: 'This did not work',
    unknownDetail: 'The server gave no reason. Try again in a moment.',
    reload: 'Reload',
    missingPart: 'This part of the page could not be loaded.',
  },
} as const;
