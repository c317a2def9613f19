import { currentTab } from './current-tab';
import {
  forgetOtherDrafts,
  otherDrafts,
  rememberDraft,
  rememberedDraft,
  watchDrafts,
} from './board-draft-memory';

const HUGO = { userId: 'u1', viewId: 'organic', board: 'projections' };
const KEY = 'pipeline.board.u1.organic.projections';
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

  it('continues what an earlier version kept', () => {
    localStorage.setItem(KEY, JSON.stringify(DRAFT));
    expect(rememberedDraft(HUGO)).toEqual(DRAFT);
    expect(otherDrafts(HUGO)).toEqual([]);
  });

  it('keeps what is unsaved in another tab beside its own', () => {
    const theirs = { ...DRAFT, preferences: { delayed: [] } };
    localStorage.setItem(KEY, JSON.stringify([{ ...theirs, tab: 'another' }]));
    rememberDraft(HUGO, DRAFT);
    expect(rememberedDraft(HUGO)).toEqual(DRAFT);
    expect(otherDrafts(HUGO)).toEqual([theirs]);
    rememberDraft(HUGO, null);
    expect(otherDrafts(HUGO)).toEqual([theirs]);
    expect(rememberedDraft(HUGO)).toEqual(theirs);
    expect(otherDrafts(HUGO)).toEqual([]);
    localStorage.setItem(KEY, JSON.stringify([{ ...theirs, tab: 'another' }]));
    forgetOtherDrafts(HUGO);
    expect(rememberedDraft(HUGO)).toBeNull();
  });

  it('is told when another tab changed it, and whether the own draft is still there', () => {
    const told: boolean[] = [];
    const stop = watchDrafts(HUGO, (isMineKept) => told.push(isMineKept));
    const change = (key: string, tab: string) => {
      localStorage.setItem(KEY, JSON.stringify([{ ...DRAFT, tab }]));
      window.dispatchEvent(new StorageEvent('storage', { key }));
    };
    change(KEY, 'another');
    change(KEY, currentTab());
    change('pipeline.theme', 'another');
    stop();
    change(KEY, 'another');
    expect(told).toEqual([false, true]);
  });

  it.each([
    '{',
    '[]',
    '7',
    '{"base":{"revision":"3","preferences":{}},"preferences":{}}',
    '{"base":{"revision":3,"preferences":{}},"preferences":[]}',
  ])('reads nothing from %s', (text) => {
    localStorage.setItem(KEY, text);
    expect(rememberedDraft(HUGO)).toBeNull();
  });
});
