import { lettersAndDigits, vocabulary } from './vocabulary.js';

/** Stages of a deal, from inbox to closed, then those that left the pipeline. @see docs/domain.md, section 2 */
export const STAGES = vocabulary(
  [
    'F Inbox',
    'E Intro attended',
    'D POA Booked',
    'C Proposal sent',
    'B Legals',
    'A Closed',
    'G Stalled',
    'H Lost - can be revived',
    'Lost',
    'Not Relevant',
  ],
  {
    'A Closed': ['Closed Won', 'Won', 'Signed', 'Closed'],
    'B Legals': ['Legal', 'Legals'],
    'C Proposal sent': ['Proposal sent'],
    'D POA Booked': ['POA Booked'],
    'E Intro attended': ['Intro attended'],
    'F Inbox': ['Inbox'],
    'G Stalled': ['Stalled'],
    Lost: ['I Lost', 'Closed Lost'],
    'Not Relevant': ['H not relevant'],
  },
);

/** Whether the first meeting took place. @see docs/domain.md, section 2 */
export const SHOW_NOSHOW = vocabulary(['Show', 'Noshow'], { Noshow: ['No show', 'No-show'] });

/** How well a client fits. @see docs/domain.md, section 2 */
export const RELEVANCES = vocabulary(['Relevant', 'Question mark', 'Not relevant'], {
  'Question mark': ['Maybe', 'Questionable'],
});

/** Types of deal. @see docs/domain.md, section 2 */
export const DEAL_TYPES = vocabulary(['New Business', 'Upsell', 'Cross-sell', 'Renewal'], {
  Upsell: ['up-sell', 'up sell'],
  'Cross-sell': ['cross sell', 'crosssell'],
  Renewal: ['renew', 're-new'],
});

/** Where deals come from: the nine of the storage contract and the partners. @see docs/domain.md, section 2 */
export const SOURCES = vocabulary(
  [
    'Inbound',
    'Outbound',
    'Referral',
    'Internal referral',
    'External referral',
    'Client referral',
    'Event',
    'None/Non-assigned',
    'Upsell/Cross-sell',
    'Partnership',
    'Business partner',
    'Consulting partner',
  ],
  {
    'Upsell/Cross-sell': ['Upsell', 'Cross-sell'],
    'None/Non-assigned': ['None', 'Non-assigned', 'N/A'],
  },
  lettersAndDigits,
);
