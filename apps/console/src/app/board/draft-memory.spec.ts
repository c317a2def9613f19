import { rememberDraft, rememberedDraft } from './draft-memory';

const HUGO = { userId: 'u1', viewId: 'organic', board: 'projections' };
const DRAFT = {
  base: { revision: 3, updated_at: null, preferences: {} },
  preferences: { next_14_days: [{ id: 'd1', probability: 90 }] },
};

beforeEach(() => localStorage.clear());

describe('the memory of unsaved boards', () => {
  it('keeps one for each person, view and board', () => {
    rememberDraft(HUGO, DRAFT);
    expect(rememberedDraft(HUGO)).toEqual(DRAFT);
    for (const other of [{ userId: 'u2' }, { viewId: 'signal' }, { board: 'asher-pov' }])
      expect(rememberedDraft({ ...HUGO, ...other })).toBeNull();
  });

  it('forgets what was saved or discarded', () => {
    rememberDraft(HUGO, DRAFT);
    rememberDraft(HUGO, null);
    expect(rememberedDraft(HUGO)).toBeNull();
  });

  it.each([
    '{',
    '[]',
    '7',
    '{"base":{"revision":"3","preferences":{}},"preferences":{}}',
    '{"base":{"revision":3,"preferences":{}},"preferences":[]}',
  ])('reads nothing from %s', (text) => {
    localStorage.setItem('pipeline.board.u1.organic.projections', text);
    expect(rememberedDraft(HUGO)).toBeNull();
  });
});
