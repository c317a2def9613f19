import { stageCategory, stagesIn } from './stages.js';
import { STAGES } from './vocabularies.js';

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

describe('stagesIn', () => {
  it.each([
    ['before_poa', 'F E'],
    ['after_intro', 'E D C B A'],
    ['active', 'E D C B'],
    ['awaits_poa', 'D C B'],
    ['to_recontact', 'G H'],
  ] as const)('%s: %s', (group, letters) => {
    expect(
      stagesIn(group)
        .map((stage) => stage.charAt(0))
        .join(' '),
    ).toBe(letters);
  });

  it('counts a deal that was lost after its second meeting was agreed', () => {
    expect(stagesIn('reached_poa')).toEqual([
      'D POA Booked',
      'C Proposal sent',
      'B Legals',
      'A Closed',
      'H Lost - can be revived',
      'Lost',
    ]);
  });
});
