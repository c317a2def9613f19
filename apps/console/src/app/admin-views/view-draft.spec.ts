import { view } from '../testing/answers';
import { changesOf, draftOf, newViewOf } from './view-draft';

const MASTER = view({ id: 'master', is_master: true, is_default: false, aggregates_from: ['a', 'b'] });

describe('what the form of a view sends', () => {
  it('is nothing while nothing was changed, and an emptied field is null', () => {
    const stored = draftOf(view({ sheet_url: 'https://docs.google.com/x', assigned_user: 'a@b.c' }), false);
    expect(changesOf(stored, stored)).toEqual({});
    expect(changesOf(stored, { ...stored, sheet: ' ', assigned: '' })).toEqual({
      sheet_url: null,
      assigned_user: null,
    });
  });

  it('makes a view the default, and never takes that away', () => {
    const plain = draftOf(view({ is_default: false }), false);
    expect(changesOf(plain, { ...plain, isDefault: true })).toEqual({ is_default: true });
    expect(changesOf({ ...plain, isDefault: true }, plain)).toEqual({});
  });

  it('names the views of a master, or none where it adds up all', () => {
    const named = draftOf(MASTER, false);
    expect(changesOf(named, { ...named, parts: [] })).toEqual({ aggregates_from: [] });
    const all = draftOf(MASTER, true);
    expect(all.parts).toEqual([]);
    expect(changesOf(all, { ...all, parts: ['b'] })).toEqual({ aggregates_from: ['b'] });
  });

  it('gives a new master no sheet and a new view no parts', () => {
    const empty = draftOf(null, false);
    expect(newViewOf({ ...empty, name: ' Group ', isMaster: true, sheet: 'x' })).toEqual({
      name: 'Group',
      is_master: true,
      assigned_user: null,
      aggregates_from: [],
    });
    expect(newViewOf({ ...empty, name: 'Team', parts: ['a'] })).not.toHaveProperty('aggregates_from');
  });
});
