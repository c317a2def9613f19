import { DEFAULT_WEIGHTS, weightReason } from './index.js';

describe('why a deal weighs what it weighs', () => {
  it.each([
    ['B Legals', 'Inbound', 45, 'Inbound, up to 45 days'],
    ['B Legals', 'Inbound', 46, 'Inbound, after 45 days'],
    ['C Proposal sent', 'Event', 91, 'any source, after 90 days'],
    ['D POA Booked', null, 400, 'any source'],
    ['E Intro attended', 'Event', 3, 'no row for Event'],
    ['E Intro attended', null, 3, 'no row for a deal without source'],
    ['F Inbox', 'Inbound', 3, 'no row for this stage'],
  ])('%s from %s after %i days: %s', (stage, type_of_source, age, words) => {
    expect(weightReason({ stage, type_of_source, age }, DEFAULT_WEIGHTS)).toBe(words);
  });

  it('follows the table in force', () => {
    const own = [{ stage: 'F Inbox', source: 'Inbound', weight: 0.1, after: null }];
    expect(weightReason({ stage: 'F Inbox', type_of_source: 'Inbound', age: 3 }, own)).toBe('Inbound');
  });
});
