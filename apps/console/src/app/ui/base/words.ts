/** A word of the product that is no number. */
interface Word {
  /** What a link asks for it by; ids of numbers have a dot. */
  readonly id: string;
  readonly word: string;
  readonly meaning: string;
  /** The other words that people use for it. */
  readonly alsoCalled: readonly string[];
}

/** Words of the product, in the order they build on each other. */
export const WORDS: readonly Word[] = [
  {
    id: 'deal',
    word: 'Deal',
    meaning: 'One row of the sales sheet: one opportunity with one client.',
    alsoCalled: ['record', 'opportunity'],
  },
  {
    id: 'view',
    word: 'View',
    meaning: 'A part of the organisation with its own sheet and targets; Master adds views up.',
    alsoCalled: ['team', 'slice'],
  },
  {
    id: 'ae',
    word: 'AE',
    meaning: 'Account executive: who works on the deal.',
    alsoCalled: ['owner', 'account executive', 'salesperson'],
  },
  {
    id: 'bdr',
    word: 'BDR',
    meaning: 'Business development representative: who brought the meeting; for upsells the partner.',
    alsoCalled: ['SDR', 'business development'],
  },
  {
    id: 'stage',
    word: 'Stage',
    meaning:
      'How far a deal has come, with the letter of the sheet: open are Inbox (F), Intro attended (E), POA Booked (D), Proposal sent (C) and Legals (B); won is Closed (A); stalled (G), lost (H if it can be revived) and not relevant have stages of their own.',
    alsoCalled: ['status of a deal', 'step', 'closed', 'stalled', 'lost'],
  },
  {
    id: 'source',
    word: 'Source and source group',
    meaning:
      'What a deal came from, such as a client referral. Each source is in one group: inbound, outbound, referral, event, partner, upsell, unassigned or other.',
    alsoCalled: ['channel', 'origin', 'type of source'],
  },
  {
    id: 'type',
    word: 'Type of deal',
    meaning: 'New business, upsell, cross-sell or renewal.',
    alsoCalled: ['kind of deal', 'new business', 'renewal'],
  },
  {
    id: 'product',
    word: 'Product',
    meaning:
      'What the deal is about, as the sheet names it; spellings that differ by case or accents are one.',
    alsoCalled: ['offer'],
  },
  {
    id: 'relevance',
    word: 'Relevance',
    meaning: 'Whether the client fits: relevant, question mark or not relevant.',
    alsoCalled: ['qualified', 'fit'],
  },
  {
    id: 'intro',
    word: 'Intro',
    meaning: 'The first meeting with a client; its discovery date is when the deal entered.',
    alsoCalled: ['first meeting', 'discovery call'],
  },
  {
    id: 'attended',
    word: 'Attended',
    meaning:
      'Recorded as show; or not recorded, and in Intro attended, POA Booked, Proposal sent, Legals or Closed.',
    alsoCalled: ['took place', 'held'],
  },
  {
    id: 'poa',
    word: 'POA',
    meaning:
      'Proof of agreement: the second meeting. Deals in POA Booked, Proposal sent, Legals, Closed, Lost or Lost - can be revived have reached it.',
    alsoCalled: ['proof of agreement', 'second meeting'],
  },
  {
    id: 'billing-start',
    word: 'Billing start',
    meaning: 'The day a closed deal begins to be paid: its revenue counts in that month.',
    alsoCalled: ['closing date', 'start of the contract'],
  },
  {
    id: 'arr',
    word: 'ARR and MRR',
    meaning: 'What a deal is expected to bring a year, and a month.',
    alsoCalled: ['recurring revenue'],
  },
  {
    id: 'pipe',
    word: 'Pipe',
    meaning: 'The raw value of a deal, as the sheet has it.',
    alsoCalled: ['pipeline'],
  },
  {
    id: 'deal-value',
    word: 'Deal value',
    meaning: 'ARR, or pipe where ARR is missing.',
    alsoCalled: ['amount'],
  },
  {
    id: 'age',
    word: 'Age',
    meaning: 'Whole days since the deal entered; 0 without a discovery date, or where it lies ahead.',
    alsoCalled: ['days in the pipe', 'how old'],
  },
  {
    id: 'weighted',
    word: 'Weighted',
    meaning: 'Pipe times the weight of stage, source and age; the table of weights is on Deals & pipeline.',
    alsoCalled: ['weigh', 'weight', 'probability'],
  },
  {
    id: 'projected',
    word: 'Projected',
    meaning: 'Deal value times the probability that a board gives it: 50, 75 or 90 %.',
    alsoCalled: ['forecast', 'board'],
  },
  {
    id: 'flow-ratio',
    word: 'Flow ratio',
    meaning:
      'A rate of two different groups of deals, such as those closed and those that reached a POA in a period; it may exceed 100 %.',
    alsoCalled: ['two cohorts'],
  },
  {
    id: 'goal',
    word: 'Goal',
    meaning:
      'The meetings that a BDR is to bring a month, times the months of the period: 6 a month where nobody set another.',
    alsoCalled: ['BDR goal', 'quota'],
  },
  {
    id: 'progress',
    word: 'Progress',
    meaning: 'What was reached, divided by its target or goal over the same days.',
    alsoCalled: ['achievement', 'attainment'],
  },
  {
    id: 'pace',
    word: 'Pace',
    meaning: 'The share of the period that is over: on track is 90 % of target times pace, at risk 60 %.',
    alsoCalled: ['on track', 'at risk', 'behind', 'status'],
  },
];
