import type { TargetChange } from '@app/contracts';
import { type Edits, withEdit } from './edits';
import { conflictsOf, keepingMine, newsSince, rebased } from './merge';

const before = { intro_poa: { intro: 20, poa: 10 } };
const edits: Edits = withEdit({}, before, 'poa', '14');

describe('two people at once', () => {
  it('keep both changes of different targets', () => {
    const now = { intro_poa: { intro: 25, poa: 10 } };
    expect(rebased(edits, now)).toEqual(edits);
    expect(conflictsOf(edits, now)).toEqual([]);
  });

  it('have a conflict when they changed the same target', () => {
    const now = { intro_poa: { intro: 20, poa: 12 } };
    const [conflict] = conflictsOf(rebased(edits, now), now);
    expect(conflict).toEqual({ id: 'poa', theirs: { path: 'intro_poa.poa', value: 12 } });
    if (!conflict) return;
    const mine = keepingMine(edits, conflict);
    expect(conflictsOf(mine, now)).toEqual([]);
    expect(mine.poa?.text).toBe('14');
  });

  it('have no conflict when they set the same value', () => {
    expect(rebased(edits, { intro_poa: { intro: 20, poa: 14 } })).toEqual({});
  });

  it('have a conflict when the other one set a key of higher precedence', () => {
    const now = { ...before, dashboard_banners: { poa_target: 11 } };
    expect(conflictsOf(edits, now)[0]?.theirs).toEqual({ path: 'dashboard_banners.poa_target', value: 11 });
  });

  it('keep invalid input', () => {
    const faulty = withEdit({}, before, 'poa', 'many');
    const now = { intro_poa: { poa: 12 } };
    expect(rebased(faulty, now)).toEqual(faulty);
    expect(conflictsOf(faulty, now)).toHaveLength(1);
  });
});

describe('the news', () => {
  const change = (revision: number, by: string, key: string, after: unknown): TargetChange => ({
    id: `c${revision}`,
    revision,
    at: '2026-11-22T10:00:00.000Z',
    by,
    kind: 'edit',
    restored_revision: null,
    keys: [{ key, before: null, after }],
  });
  const changes = [
    change(6, 'hugo@example.com', 'intro_poa.poa', 16),
    change(5, 'maya@example.com', 'intro_poa.intro', 25),
    change(4, 'hugo@example.com', 'dashboard_banners.poa_target', 15),
    change(3, 'maya@example.com', 'revenue_2026.nov', 1),
  ];

  it('are the newest change of each target by others', () => {
    const news = newsSince(changes, 3, new Set([5]));
    expect(news.map(({ id, by, after }) => [id, by, after])).toEqual([['poa', 'hugo@example.com', 16]]);
  });

  it('name other keys by their path', () => {
    expect(
      newsSince([change(4, 'hugo@example.com', 'dashboard_top_cards.ytd_target', 1)], 3, new Set())[0]?.id,
    ).toBe('dashboard_top_cards.ytd_target');
  });
});
