import { isAttended, SOURCE_GROUPS, sourceGroup } from './categories.js';
import { SOURCES } from './vocabularies.js';

describe('sourceGroup', () => {
  it.each([
    ['Client referral', 'referral'],
    ['External referral', 'referral'],
    ['Partnership', 'partner'],
    ['Consulting partner', 'partner'],
    ['Upsell/Cross-sell', 'upsell'],
    ['None/Non-assigned', 'unassigned'],
    [null, 'unassigned'],
    ['Podcast ads', 'other'],
  ])('%j counts in %j', (source, group) => {
    expect(sourceGroup(source)).toBe(group);
  });

  it('puts every source in a group of its own, so that groups add up', () => {
    const groups = new Set(SOURCES.values.map(sourceGroup));
    expect(SOURCE_GROUPS.filter((group) => !groups.has(group))).toEqual(['other']);
  });
});

describe('isAttended', () => {
  it.each([
    ['Show', 'Lost', true],
    ['Noshow', 'A Closed', false],
    [null, 'A Closed', true],
    [null, 'E Intro attended', true],
    [null, 'F Inbox', false],
    [null, 'Lost', false],
    ['Rescheduled', 'B Legals', false],
  ])('%j in stage %j: %j', (show_noshow, stage, attended) => {
    expect(isAttended({ show_noshow, stage })).toBe(attended);
  });
});
