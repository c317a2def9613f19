import { STAGE_TABLE } from './stages.js';
import { lettersAndDigits, vocabulary } from './vocabulary.js';

/** Stages of a deal, from inbox to closed, then those that left the pipeline. @see docs/domain.md, section 2 */
export const STAGES = vocabulary(
  STAGE_TABLE.map(({ stage }) => stage),
  Object.fromEntries(STAGE_TABLE.map(({ stage, spellings }) => [stage, spellings])),
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
