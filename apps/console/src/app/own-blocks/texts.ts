/** Texts of the blocks that only one screen has. */
export const RELEVANCE = {
  heading: 'Relevance',
  rate: 'Relevance rate',
  ofAll: 'of all meetings are relevant',
  none: 'No meetings in this period.',
  relevant: 'Relevant',
  questionMark: 'Question mark',
  notRelevant: 'Not relevant',
  notAssessed: 'Not assessed',
} as const;

export const AE_CARDS = {
  heading: 'AE by ARR closed',
  none: 'No meetings and no closed deals in this period.',
  counts: (intros: string, poa: string, closed: string) =>
    `${intros} attended · ${poa} POA · ${closed} closed`,
  rates: (toPoa: string, toClose: string) => `${toPoa} to POA · ${toClose} to close`,
  small: 'few',
  smallHint: 'A rate from fewer than 5 cases: one case more or less changes it a lot.',
  rest: (count: string) => `Show all ${count}`,
  fewer: 'Show fewer',
} as const;

export const WEIGHTS = { heading: 'Weights', aside: 'what a deal counts of its pipe' } as const;

export const PERSON = {
  roles: {
    owner: 'Account executive: the deals that name this person as AE',
    bdr: 'BDR: the deals that name this person as BDR',
  },
  as: { owner: 'See as AE', bdr: 'See as BDR' },
  choose: { owner: 'Account executives', bdr: 'BDRs' },
  none: 'Nobody in the data yet.',
} as const;

export const CLOSING = {
  numbers: 'Deals about to close',
  closing: 'Closing this month',
  closingHint: 'closed or open',
  legals: 'Legals',
  proposals: 'Proposals sent',
  both: 'Legals and proposals',
  bothHint: (deals: string) => `${deals} together`,
  upcoming: 'Upcoming POA',
  upcomingHint: 'after today',
  behind: 'all of them, also those that the board hides; probabilities are the board’s',
  hiddenBelow: (count: string, value: string) => `${count} of them, ${value}, hidden on the board`,
  copied: { what: 'What', deals: 'Deals', value: 'Value' },
  of: (label: string) => `${label}:`,
} as const;

export const NEXT_DAYS = {
  heading: 'Next seven days',
  none: 'No POA and no intro in the next seven days.',
  today: (day: string) => `Today, ${day}`,
  kinds: { poa: 'POA', intro: 'Intro' },
  nobody: 'nobody assigned',
  meetings: (count: string, isOne: boolean) => `${count} ${isOne ? 'meeting' : 'meetings'}`,
  first: (shown: string, total: string) => `the first ${shown} of ${total}`,
} as const;

export const CLOSING_BOARD = {
  heading: 'Closing projections',
  all: 'open deals, whatever the period',
  sampled: 'goals with sample targets',
} as const;

export const OWNER_PROJECTIONS = {
  heading: 'Projections by AE',
  aside: 'as the board is shown, with what is not saved yet',
  none: 'No deal on this board.',
  nobody: 'unassigned',
  columns: {
    deals: (column: string) => `${column}, deals`,
    value: (column: string) => `${column}, value`,
    projected: (column: string) => `${column}, projected`,
  },
  behind: {
    title: (column: string, who: string) => `${column} · ${who}`,
    everybody: 'all AEs',
    hint: 'as the board has them now, with what is not saved yet',
    none: 'No deal here.',
    more: (count: string) => `Show ${count} more`,
    client: 'Client',
    noClient: 'No client',
    stage: 'Stage',
    value: 'Value',
    probability: 'Probability',
    projected: 'Projected',
  },
} as const;
