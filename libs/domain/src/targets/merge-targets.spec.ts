import fc from 'fast-check';
import { mergedWithLater } from './conflicting-keys.js';
import { InvalidTargetsError, mergedTargets } from './merge-targets.js';
import { MONTH_KEYS } from './target-set.js';
import { isGroup, sameStored } from './stored-group.js';
import { applyKeys, changedKeys, targetWrites, undoKeys } from './target-changes.js';

const STORED = {
  revenue_2026: { nov: 500_000, dec: '516000' },
  intro_poa: { intro: 20, poa: 14 },
  meeting_generation: 'soon',
  colours: { theme: 'blue', since: new Date('2026-01-01') },
};

const after = (change: Record<string, unknown>, stored: unknown = STORED) =>
  applyKeys(stored, mergedTargets(stored, change));

/** A whole plan for some years. */
const yearsOf = (years: number) =>
  Object.fromEntries(
    Array.from({ length: years }, (_, at) => [
      `revenue_${2000 + at}`,
      Object.fromEntries(MONTH_KEYS.map((month) => [month, at])),
    ]),
  );

describe('mergedTargets', () => {
  it('changes the keys that are named, and no other', () => {
    expect(mergedTargets(STORED, { intro_poa: { poa: 15 }, revenue_2031: { jan: 7 } })).toEqual([
      { key: 'intro_poa.poa', before: 14, after: 15 },
      { key: 'revenue_2031.jan', after: 7 },
    ]);
  });

  it('refuses groups that are nested deeper than any stored target', () => {
    let deep: Record<string, unknown> = { poa: 1 };
    for (let depth = 0; depth < 100; depth += 1) deep = { intro_poa: deep };
    expect(() => mergedTargets(STORED, deep)).toThrow('intro_poa is nested too deeply.');
  });

  it.each([1e12, 1e15, 1e300, Number.MAX_VALUE, '1000000000000', ` ${'9'.repeat(40)} `])(
    'refuses %j as too large',
    (value) => {
      expect(() => mergedTargets(STORED, { intro_poa: { poa: value } })).toThrow(
        'intro_poa.poa must be less than 1,000,000,000,000.',
      );
      expect(mergedTargets({ intro_poa: { poa: value } }, { intro_poa: { poa: value } })).toEqual([]);
    },
  );

  it('accepts the largest amount', () => {
    expect(after({ intro_poa: { poa: 999_999_999_999.99 } }).intro_poa).toMatchObject({
      poa: 999_999_999_999.99,
    });
  });

  it('keeps texts that spell a number as texts', () => {
    expect(after({ intro_poa: { poa: '12.50' } }).intro_poa).toEqual({ intro: 20, poa: '12.50' });
  });

  it('removes with null a key or all keys of a group, and nothing where nothing is stored', () => {
    expect(after({ intro_poa: { poa: null } }).intro_poa).toEqual({ intro: 20 });
    expect(mergedTargets(STORED, { intro_poa: null })).toEqual([
      { key: 'intro_poa.intro', before: 20 },
      { key: 'intro_poa.poa', before: 14 },
    ]);
    expect(mergedTargets(STORED, { dashboard: { deals: null }, upsell_renew: null })).toEqual([]);
  });

  it('finds no change in a set of targets that is sent back as it was read', () => {
    expect(mergedTargets(STORED, JSON.parse(JSON.stringify(STORED)) as Record<string, unknown>)).toEqual([]);
  });

  it('replaces what is stored in place of a group only when a key of the group is set', () => {
    expect(mergedTargets(STORED, { meeting_generation: { inbound: null } })).toEqual([]);
    const keys = mergedTargets(STORED, { meeting_generation: { inbound: 6 } });
    expect(keys).toEqual([
      { key: 'meeting_generation', before: 'soon' },
      { key: 'meeting_generation.inbound', after: 6 },
    ]);
    expect(targetWrites(STORED, keys)).toEqual([{ path: 'meeting_generation', value: { inbound: 6 } }]);
    expect(undoKeys(applyKeys(STORED, keys), keys).meeting_generation).toBe('soon');
  });

  it('changes unknown keys that are stored, but adds none', () => {
    expect(after({ colours: { theme: 5 } }).colours).toMatchObject({ theme: 5 });
    expect(() => mergedTargets(STORED, { colours: { shade: 5 } })).toThrow('colours.shade is no target');
  });

  it.each([
    ['a misspelled key', { intro_poa: { pao: 5 } }, ['intro_poa.pao']],
    ['a group without its keys', { intro_poa: 5 }, ['intro_poa']],
    ['a value for a group that is unknown', { sales: 5 }, ['sales']],
    ['less than nothing', { intro_poa: { poa: -1 } }, ['intro_poa.poa']],
    ['what JSON cannot hold', { intro_poa: { poa: Infinity } }, ['intro_poa.poa']],
    ['a name that is empty', { intro_poa: { '': 1 } }, ['intro_poa.']],
    ['more keys than a change may touch', yearsOf(84), ['targets']],
    ['words', { intro_poa: { poa: 'many' } }, ['intro_poa.poa']],
    ['a list', { intro_poa: { poa: [1] } }, ['intro_poa.poa']],
    ['yes', { intro_poa: { poa: true } }, ['intro_poa.poa']],
    ['a thirteenth month', { revenue_2026: { abc: 1 } }, ['revenue_2026.abc']],
    ['paths in place of groups', { 'intro_poa.poa': 5 }, ['intro_poa.poa']],
    ['an operator', { intro_poa: { $inc: 5 } }, ['intro_poa.$inc']],
    [
      'two faults',
      { intro_poa: { poa: -1, intro: 'x', ok: 1 } },
      ['intro_poa.poa', 'intro_poa.intro', 'intro_poa.ok'],
    ],
  ])('refuses %s, by key', (_, change, keys) => {
    let refusal: unknown;
    try {
      mergedTargets(STORED, change);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(InvalidTargetsError);
    expect((refusal as InvalidTargetsError).faults.map(({ key }) => key)).toEqual(keys);
  });

  it.each([
    'dashboard_top_cards.ytd_target',
    'deals_closed_current_period.deals',
    'dashboard_banners.deals_closed_arr',
    'closing_projections.next_30_days_target',
    'meetings_attended_tab.intros_target',
    'deals_closed_yearly.arr_target',
    'upsell_renew.upsells_target',
    'meeting_attended.poa',
    'dashboard.objectif_6_mois',
    'revenue_1999.jan',
  ])('knows %s', (path) => {
    const [group = '', key = ''] = path.split('.');
    expect(mergedTargets({}, { [group]: { [key]: 1 } })).toEqual([{ key: path, after: 1 }]);
  });

  it.each([
    ['nothing', {}],
    ['another key', { value: 5 }],
    ['a name that no path can hold', { $numberDecimal: '5', 'a.b': 1 }],
    ['a list', [{ value: 5 }]],
    ['a text', 'soon'],
  ])('sets and removes a known key that holds %s', (_, poa) => {
    const stored = { intro_poa: { intro: 20, poa } };
    for (const [sent, reached] of [
      [5, { intro: 20, poa: 5 }],
      [null, { intro: 20 }],
    ] as const) {
      const keys = mergedTargets(stored, { intro_poa: { poa: sent } });
      expect(keys).toEqual([
        { key: 'intro_poa.poa', before: poa, ...(sent === null ? {} : { after: sent }) },
      ]);
      expect(applyKeys(stored, keys)).toEqual({ intro_poa: reached });
      expect(targetWrites(stored, keys)).toEqual([{ path: 'intro_poa.poa', value: sent ?? undefined }]);
      expect(undoKeys(applyKeys(stored, keys), keys)).toEqual(stored);
      expect(applyKeys({ intro_poa: reached }, changedKeys({ intro_poa: reached }, stored))).toEqual(stored);
    }
  });

  it('removes a known key that holds an object with its group, and takes it back as it was read', () => {
    const stored = { intro_poa: { intro: 20, poa: {} } };
    expect(after({ intro_poa: null }, stored)).toEqual({ intro_poa: {} });
    expect(mergedTargets(stored, { intro_poa: { intro: 20, poa: {} } })).toEqual([]);
    expect(() => mergedTargets(stored, { intro_poa: { poa: { value: 5 } } })).toThrow(
      'intro_poa.poa.value is no target',
    );
  });

  it('still keeps the keys of a group that is unknown, or that holds targets', () => {
    const stored = { closing: { north: { june: 5 } }, intro_poa: { poa: {} } };
    expect(() => mergedTargets(stored, { closing: { north: 5 } })).toThrow(
      'closing.north is a group of targets',
    );
    expect(() => mergedTargets(stored, { intro_poa: 5 })).toThrow('intro_poa is a group of targets');
  });

  it.each([null, undefined, 'text', [1, 2]])('sets a target where %j is stored in place of all', (stored) => {
    const keys = mergedTargets(stored, { intro_poa: { poa: 5 } });
    expect(applyKeys(stored, keys)).toEqual({ intro_poa: { poa: 5 } });
    expect(keys.at(-1)).toEqual({ key: 'intro_poa.poa', after: 5 });
  });
});

/** Groups with keys, and whatever else is stored in place of a group. */
const names = fc.constantFrom('intro_poa', 'revenue_2026', 'colours', 'dashboard');
const leaves = fc.oneof(
  fc.nat(),
  fc.constantFrom('12', 'soon', '', true),
  fc.array(fc.nat(), { maxLength: 2 }),
  fc.constant({ value: 5 }),
);
const groups = fc.dictionary(fc.constantFrom('intro', 'poa', 'nov', 'theme'), leaves, { minKeys: 1 });
const states = fc.dictionary(names, fc.oneof(groups, leaves));

describe('changedKeys', () => {
  it('leads from any state to any other and back, by the writes as well', () => {
    fc.assert(
      fc.property(states, states, (before, wanted) => {
        const keys = changedKeys(before, wanted);
        const reached = applyKeys(before, keys);
        expect(withoutEmpty(reached)).toEqual(wanted);
        expect(withoutEmpty(undoKeys(reached, keys))).toEqual(before);
        expect(withoutEmpty(written(before, targetWrites(before, keys)))).toEqual(wanted);
      }),
    );
  });

  it('leaves what somebody else wrote meanwhile', () => {
    fc.assert(
      fc.property(groups, groups, (before, wanted) => {
        const keys = changedKeys({ dashboard: before }, { dashboard: wanted });
        const meanwhile = { dashboard: { ...before, of_another: 7 }, intro_poa: { poa: 3 } };
        expect(applyKeys(meanwhile, keys)).toMatchObject({
          dashboard: { of_another: 7 },
          intro_poa: { poa: 3 },
        });
      }),
    );
  });
});

/** Stored targets after writes by path, as a database applies them. */
function written(stored: Record<string, unknown>, writes: ReturnType<typeof targetWrites>) {
  const copy = writes.reduce<unknown>(
    (state, { path, value }) => writtenAt(state, path.split('.'), value),
    stored,
  );
  return JSON.parse(JSON.stringify(copy)) as Record<string, unknown>;
}

const writtenAt = (group: unknown, [key = '', ...rest]: string[], value: unknown): unknown => {
  const keys = group as Record<string, unknown> | undefined;
  return { ...keys, [key]: rest.length === 0 ? value : writtenAt(keys?.[key], rest, value) };
};

const withoutEmpty = (state: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(state)
      .map(([name, value]) => [name, isGroup(value) ? withoutEmpty(value) : value] as const)
      .filter(([, value]) => !sameStored(value, {})),
  );

describe('mergedWithLater', () => {
  const theirs = { by: 'rest@example.com', keys: [{ key: 'intro_poa.poa', before: 14, after: 15 }] };
  const own = (value: unknown, key = 'intro_poa.poa') => ({ key, before: 15, after: value });

  it('keeps the keys that no later change touched', () => {
    const keys = [own(9, 'intro_poa.intro')];
    expect(mergedWithLater(keys, [theirs])).toEqual({ keys, conflicts: [] });
  });

  it('tells of a key that somebody else changed to something else, with its value now', () => {
    expect(mergedWithLater([own(16)], [theirs])).toEqual({
      keys: [],
      conflicts: [{ key: 'intro_poa.poa', change: theirs, value: 15 }],
    });
  });

  it('leaves a key alone that is sent back as it was seen', () => {
    expect(mergedWithLater([own(14)], [theirs])).toEqual({ keys: [], conflicts: [] });
  });

  it('names the newest of several changes, and compares with what the author saw', () => {
    const newer = { by: 'admin@example.com', keys: [{ key: 'intro_poa.poa', before: 15, after: 18 }] };
    expect(mergedWithLater([own(15)], [newer, theirs]).conflicts[0]?.change).toBe(newer);
    expect(mergedWithLater([own(14)], [newer, theirs]).conflicts).toEqual([]);
  });

  it('agrees with a comparison of every pair of keys', () => {
    const name = fc.constantFrom('a', 'b', 'ab');
    const key = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('.'));
    const value = fc.constantFrom(1, 2, undefined);
    const keysOf = fc.array(fc.record({ key, before: value, after: value }), { maxLength: 6 });
    const overlap = (one: string, other: string) =>
      one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);
    fc.assert(
      fc.property(keysOf, fc.array(fc.record({ keys: keysOf }), { maxLength: 4 }), (keys, later) => {
        const looked = keys.map((mine) => {
          const pairs = later.flatMap((change) =>
            change.keys.filter((other) => overlap(mine.key, other.key)).map((other) => ({ change, other })),
          );
          const oldest = pairs.at(-1)?.other;
          const isSentBack = oldest?.key === mine.key && sameStored(oldest.before, mine.after);
          return { mine, newest: pairs[0]?.change, isSentBack };
        });
        const meant = looked.filter(({ isSentBack }) => !isSentBack);
        expect(mergedWithLater(keys, later)).toEqual({
          keys: meant.filter(({ newest }) => !newest).map(({ mine }) => mine),
          conflicts: meant.flatMap(({ mine: { key, before }, newest }) =>
            newest ? [{ key, change: newest, value: before }] : [],
          ),
        });
      }),
    );
  });

  it('reads each key of the others once', () => {
    let reads = 0;
    const counted = (name: string) => ({
      get key() {
        reads += 1;
        return name;
      },
    });
    const names = Array.from({ length: 1_000 }, (_, at) => `group_${at}.key`);
    mergedWithLater(
      names.map((key) => own(1, key)),
      [{ keys: names.map(counted) }],
    );
    expect(reads).toBeLessThan(10 * names.length);
  });

  it('finds a conflict between a group and a key in it', () => {
    expect(mergedWithLater([own('x', 'intro_poa')], [theirs]).conflicts).toHaveLength(1);
  });
});
