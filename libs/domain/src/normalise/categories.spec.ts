import { isAttended, SOURCE_GROUPS, sourceGroup, stageCategory } from './categories.js';
import { SOURCES, STAGES } from './vocabularies.js';

describe('stageCategory', () => {
  it.each([
    ['F Inbox', 'open'],
    ['B Legals', 'open'],
    ['A Closed', 'won'],
    ['G Stalled', 'stalled'],
    ['H Lost - can be revived', 'lost'],
    ['Lost', 'lost'],
    ['Not Relevant', 'not_relevant'],
    ['On hold', 'other'],
    ['', null],
  ])('%j is %j', (stage, category) => {
    expect(stageCategory(stage)).toBe(category);
  });

  it('has one for every stage', () => {
    expect(STAGES.values.map(stageCategory)).not.toContain('other');
  });
});

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
