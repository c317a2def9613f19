import type { Choices } from './random.js';

/** Where a deal that entered months ago and did not close stands. */
export const OLD_STAGES: Choices<string> = [
  ['Lost', 34],
  ['H Lost - can be revived', 15],
  ['G Stalled', 11],
  ['Not Relevant', 18],
  ['B Legals', 3],
  ['C Proposal sent', 6],
  ['D POA Booked', 4],
  ['E Intro attended', 7],
  ['F Inbox', 2],
];

/** Where a deal of the last weeks that did not close stands. */
export const FRESH_STAGES: Choices<string> = [
  ['F Inbox', 20],
  ['E Intro attended', 20],
  ['D POA Booked', 20],
  ['C Proposal sent', 17],
  ['B Legals', 9],
  ['Lost', 5],
  ['G Stalled', 3],
  ['Not Relevant', 6],
];

export const SOURCES: Choices<string> = [
  ['Outbound', 30],
  ['Inbound', 27],
  ['Event', 9],
  ['Client referral', 8],
  ['Internal referral', 7],
  ['Partnership', 5],
  ['None/Non-assigned', 3],
  ['External referral', 3],
  ['Referral', 3],
  ['Business partner', 2],
  ['Consulting partner', 1],
  ['', 2],
];

export const TYPES: Choices<string> = [
  ['New Business', 72],
  ['Upsell', 11],
  ['Cross-sell', 6],
  ['Renewal', 11],
];

export const RELEVANCE: Choices<string> = [
  ['Relevant', 66],
  ['Question mark', 16],
  ['Not relevant', 10],
  ['', 8],
];

export const SHOWS: Choices<string> = [
  ['Show', 80],
  ['Noshow', 9],
  ['', 11],
];

export const PRODUCTS = ['Starter Plan', 'Growth Plan', 'Enterprise Plan', 'Audit'] as const;

export const OWNERS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  Organic: ['Élise', 'Inès', 'Jules', 'Clara'],
  Signal: ['Paul', 'Naomi', 'Théo'],
  'Full Funnel': ['Malo', 'Sofia', 'Liam', 'Agathe'],
  Market: ['Camille', 'Victor', 'Anna'],
};
export const OTHER_OWNERS = ['Alex', 'Robin', 'Charlie'] as const;

export const BDRS = ['Hugo', 'Zoé', 'Emma', 'Noah', 'Léa'] as const;

// prettier-ignore
export const CLIENT_STARTS = [
  'Alder', 'Amber', 'Atlas', 'Birch', 'Blue', 'Cedar', 'Cobalt', 'Coral', 'Delta', 'Ember', 'Falcon', 'Fern',
  'Granite', 'Harbor', 'Indigo', 'Juniper', 'Lumen', 'Maple', 'Nova', 'Onyx', 'Pine', 'Quartz', 'River', 'Summit',
] as const;
// prettier-ignore
export const CLIENT_ENDS = [
  'Analytics', 'Bank', 'Cloud', 'Energy', 'Foods', 'Group', 'Health', 'Labs', 'Logistics', 'Media', 'Mobility',
  'Retail', 'Studio', 'Systems', 'Travel',
] as const;
