import fc from 'fast-check';
import { DEAL_TYPES, RELEVANCES, SHOW_NOSHOW, SOURCES, STAGES } from './vocabularies.js';

describe('canonical values', () => {
  it.each([
    ['Closed Won', 'A Closed'],
    ['WON ', 'A Closed'],
    ['signed', 'A Closed'],
    ['closed', 'A Closed'],
    ['LEGALS', 'B Legals'],
    ['Legal', 'B Legals'],
    ['proposal SENT', 'C Proposal sent'],
    ['poa booked', 'D POA Booked'],
    ['Intro attended', 'E Intro attended'],
    ['F INBOX ', 'F Inbox'],
    ['inbox', 'F Inbox'],
    ['stalled', 'G Stalled'],
    ['h lost - CAN be revived', 'H Lost - can be revived'],
    ['i lost', 'Lost'],
    ['Closed  lost', 'Lost'],
    ['h not relevant', 'Not Relevant'],
    ['', ''],
    ['\u00a0', ''],
    [' On hold ', 'On hold'],
  ])('stage %j is %j', (text, value) => {
    expect(STAGES.canonical(text)).toBe(value);
  });

  it.each([
    ['SHOW', 'Show'],
    ['No show', 'Noshow'],
    ['no-show', 'Noshow'],
    ['Rescheduled', 'Rescheduled'],
  ])('show %j is %j', (text, value) => {
    expect(SHOW_NOSHOW.canonical(text)).toBe(value);
  });

  it.each([
    ['maybe', 'Question mark'],
    ['Questionable', 'Question mark'],
    ['question MARK', 'Question mark'],
    ['not relevant', 'Not relevant'],
    ['High', 'High'],
  ])('relevance %j is %j', (text, value) => {
    expect(RELEVANCES.canonical(text)).toBe(value);
  });

  it.each([
    ['NEW  business', 'New Business'],
    ['up sell', 'Upsell'],
    ['Up-Sell', 'Upsell'],
    ['crosssell', 'Cross-sell'],
    ['Cross sell', 'Cross-sell'],
    ['re-new', 'Renewal'],
    ['renew', 'Renewal'],
    ['Pilot', 'Pilot'],
  ])('type of deal %j is %j', (text, value) => {
    expect(DEAL_TYPES.canonical(text)).toBe(value);
  });

  it.each([
    ['INTERNAL-referral', 'Internal referral'],
    ['Upsell / Cross–sell', 'Upsell/Cross-sell'],
    ['cross-sell', 'Upsell/Cross-sell'],
    ['upsell', 'Upsell/Cross-sell'],
    ['n/a', 'None/Non-assigned'],
    ['None', 'None/Non-assigned'],
    ['non assigned', 'None/Non-assigned'],
    ['Business partner', 'Business partner'],
    ['--', ''],
    ['Podcast ads', 'Podcast ads'],
  ])('source %j is %j', (text, value) => {
    expect(SOURCES.canonical(text)).toBe(value);
  });

  it('knows its values and nothing else', () => {
    expect(STAGES.knows('A Closed')).toBe(true);
    expect(STAGES.knows('Closed')).toBe(false);
  });

  it.each(Object.entries({ STAGES, SHOW_NOSHOW, RELEVANCES, DEAL_TYPES, SOURCES }))(
    '%s: normalising twice changes nothing',
    (_, vocabulary) => {
      const spelling = fc.oneof(
        fc.constantFrom(...vocabulary.values),
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: fc.constantFrom('Ã', '©', '\u00a0', 'a', '-', ' ') }),
      );
      fc.assert(
        fc.property(spelling, (text) => {
          const once = vocabulary.canonical(text);
          expect(vocabulary.canonical(once)).toBe(once);
        }),
      );
    },
  );
});
