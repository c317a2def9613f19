import { changesOf, draftOf, withView } from './user-draft';

const user = { role: 'viewer', view_access: ['Signal', 'Gone'] } as const;
const stored = { role: user.role, view_access: [...user.view_access] };

describe('what a form says that somebody may do', () => {
  it('is no change until something differs', () => {
    const draft = draftOf(stored);
    expect(changesOf(stored, draft)).toEqual({});
    expect(changesOf(stored, withView(withView(draft, 'Gone', false), 'Gone', true))).toEqual({});
  });

  it('names only what differs', () => {
    expect(changesOf(stored, { ...draftOf(stored), role: 'super_admin' })).toEqual({ role: 'super_admin' });
    expect(changesOf(stored, withView(draftOf(stored), 'Gone', false))).toEqual({ view_access: ['Signal'] });
    expect(changesOf(stored, withView(draftOf(stored), 'Market', true))).toEqual({
      view_access: ['Signal', 'Gone', 'Market'],
    });
  });

  it('has a view once', () => {
    expect(withView(draftOf(stored), 'Signal', true).views).toEqual(['Gone', 'Signal']);
  });
});
