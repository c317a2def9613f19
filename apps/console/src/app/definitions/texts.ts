export const DEFINITIONS = {
  heading: 'Definitions',
  lead: 'What each number counts, how it is computed, and what it is in the period shown.',
  search: 'Search numbers and words, such as win rate',
  none: (words: string) => `Nothing is called “${words}”, or like it.`,
  noneDetail: 'Try another word for it, or fewer words.',
  clear: 'Show all definitions',
  count: (count: number) => `${count} ${count === 1 ? 'definition' : 'definitions'}`,
  words: 'Words',
  alsoCalled: 'Also called',
  formula: 'Formula',
  date: 'Date',
  target: 'Target',
  dates: {
    discovery_date: 'when the deal entered (discovery date)',
    billing_start: 'when billing starts',
    poa_date: 'day of the POA',
  },
  anyDate: 'whatever the date',
  noTarget: 'none is compared with it',
  notSet: 'not set for this view and period',
  reading: 'Loading the definitions',
  groups: {
    meetings: 'Meetings',
    funnel: 'From the intro to the closed deal',
    upsell: 'Upsells and renewals',
    pipe: 'Pipe',
    closing: 'About to close',
    revenue: 'Revenue',
  },
} as const;

/** Words of the product that are no numbers, with the other words that people use for them. */
export const WORDS: readonly { word: string; meaning: string; alsoCalled: readonly string[] }[] = [
  {
    word: 'Deal',
    meaning: 'One row of the sales sheet: one opportunity with one client.',
    alsoCalled: ['record', 'opportunity'],
  },
  {
    word: 'View',
    meaning: 'A part of the organisation with its own sheet and targets; Master adds views up.',
    alsoCalled: ['team', 'slice'],
  },
  {
    word: 'AE',
    meaning: 'Account executive: who works on the deal.',
    alsoCalled: ['owner', 'account executive', 'salesperson'],
  },
  {
    word: 'BDR',
    meaning: 'Business development representative: who brought the meeting; for upsells the partner.',
    alsoCalled: ['SDR', 'business development'],
  },
  {
    word: 'Intro',
    meaning: 'The first meeting with a client; its discovery date is when the deal entered.',
    alsoCalled: ['first meeting', 'discovery call'],
  },
  {
    word: 'Attended',
    meaning: 'Recorded as show; or not recorded, and at stage E, D, C, B or A.',
    alsoCalled: ['took place', 'held'],
  },
  {
    word: 'POA',
    meaning: 'Proof of agreement: the second meeting. A deal reached it at stage D, C, B, A, Lost or H.',
    alsoCalled: ['proof of agreement', 'second meeting'],
  },
  {
    word: 'ARR and MRR',
    meaning: 'What a deal is expected to bring a year, and a month.',
    alsoCalled: ['recurring revenue'],
  },
  { word: 'Pipe', meaning: 'The raw value of a deal, as the sheet has it.', alsoCalled: ['pipeline'] },
  { word: 'Deal value', meaning: 'ARR, or pipe where ARR is missing.', alsoCalled: ['amount'] },
  {
    word: 'Weighted',
    meaning: 'Pipe times the weight of stage, source and age; the table of weights is on Deals & pipeline.',
    alsoCalled: ['weigh', 'weight', 'probability'],
  },
  {
    word: 'Projected',
    meaning: 'Deal value times the probability that a board gives it: 50, 75 or 90 %.',
    alsoCalled: ['forecast', 'board'],
  },
  {
    word: 'Flow ratio',
    meaning:
      'A rate of two different groups of deals, such as those closed and those that reached a POA in a period; it may exceed 100 %.',
    alsoCalled: ['two cohorts'],
  },
  {
    word: 'Pace',
    meaning: 'The share of the period that is over: on track is 90 % of target times pace, at risk 60 %.',
    alsoCalled: ['on track', 'at risk', 'behind', 'status'],
  },
];
