import { checkBdrGoals, DEFAULT_BDR_GOALS } from './bdr-goals.js';
import { InvalidSettingError } from './invalid-setting-error.js';
import { checkRefreshGate } from './refresh-gate.js';
import { checkRefreshSchedule, DEFAULT_REFRESH_SCHEDULE } from './refresh-schedule.js';
import { checkRevenueSpan } from './revenue-span.js';
import { checkAuditDays } from './audit-days.js';
import { checkHistoryDays } from './history-days.js';
import { checkRowLimit, DEFAULT_ROW_LIMIT } from './row-limit.js';
import { settingLabel } from './setting-kinds.js';

const faultsOf = (check: () => unknown): readonly string[] => {
  try {
    check();
  } catch (error) {
    if (error instanceof InvalidSettingError) return error.faults;
  }
  return [];
};

const crowdOf = (size: number) =>
  Object.fromEntries(Array.from({ length: size }, (_, at) => [`BDR ${at}`, 4]));

describe('checkBdrGoals', () => {
  it('accepts goals of single people', () => {
    const goals = { default: 7.5, people: { Rémi: 0, 'Jane Smith': 12 } };
    expect(checkBdrGoals(goals)).toEqual(goals);
    expect(checkBdrGoals(DEFAULT_BDR_GOALS)).toEqual(DEFAULT_BDR_GOALS);
  });

  it.each([
    ['no goals', 7, 'The goals must be'],
    ['a list', [], 'The goals must be'],
    ['no default', { people: {} }, 'The default must be a number from 0 to 1000.'],
    ['a default of text', { default: '6', people: {} }, 'The default must be'],
    ['too many meetings', { default: 1001, people: {} }, 'from 0 to 1000'],
    ['no people', { default: 6 }, 'The people must be an object'],
    ['a negative goal', { default: 6, people: { Rémi: -1 } }, 'The goal of Rémi must be'],
    ['a goal of nobody', { default: 6, people: { ' ': 4 } }, 'has no name'],
    [
      'one person under two spellings',
      { default: 6, people: { Rémi: 4, remi: 5 } },
      'Rémi and remi are one person',
    ],
    ['a name that hides something', { default: 6, people: { 'Ré\u202emi': 4 } }, 'has invisible or control'],
    [
      'a name that is too long',
      { default: 6, people: { ['x'.repeat(256)]: 4 } },
      'longer than 255 characters',
    ],
    ['too many people', { default: 6, people: crowdOf(1_001) }, 'Goals are kept of 1000 people at most.'],
  ])('refuses %s', (_, goals, message) => {
    expect(faultsOf(() => checkBdrGoals(goals)).join(' ')).toContain(message);
  });
});

describe('checkRevenueSpan', () => {
  it('is a year or a half', () => {
    expect([checkRevenueSpan('year'), checkRevenueSpan('half')]).toEqual(['year', 'half']);
    expect(faultsOf(() => checkRevenueSpan('quarter'))).toEqual(['The revenue span must be year or half.']);
  });
});

describe('checkRefreshGate', () => {
  const LIMITS = { removed_share: 0.2, value_change_share: 0.3, unreadable_share: 0.1 };

  it('accepts a share for each limit', () => {
    expect(checkRefreshGate({ ...LIMITS, removed_share: 0 })).toEqual({ ...LIMITS, removed_share: 0 });
  });

  it.each([
    ['no limits', null, 'The limits must be an object with removed_share,'],
    ['a missing one', { removed_share: 0.2, value_change_share: 1 }, 'unreadable_share must be a number'],
    ['more than all', { ...LIMITS, removed_share: 1.1 }, 'removed_share must be a number from 0 to 1.'],
    ['text', { ...LIMITS, removed_share: '0.2' }, 'removed_share must be'],
    ['one that nobody knows', { ...LIMITS, other: 1 }, 'There is no limit "other".'],
  ])('refuses %s', (_, limits, message) => {
    expect(faultsOf(() => checkRefreshGate(limits)).join(' ')).toContain(message);
  });
});

describe('checkRefreshSchedule', () => {
  const hours = Array.from({ length: 25 }, (_, hour) => `${String(hour % 24).padStart(2, '0')}:00`);

  it('accepts times of day, in any order, or none', () => {
    expect(checkRefreshSchedule(DEFAULT_REFRESH_SCHEDULE)).toEqual({ times: ['12:00', '20:00'] });
    expect(checkRefreshSchedule({ times: ['20:00', '06:30'] })).toEqual({ times: ['06:30', '20:00'] });
    expect(checkRefreshSchedule({ times: [] })).toEqual({ times: [] });
    expect(checkRefreshSchedule({ times: hours.slice(0, 24) }).times).toHaveLength(24);
  });

  it.each([
    ['no schedule', null, 'The schedule must be { "times": ["HH:MM"] }.'],
    ['an hour too many', { times: ['24:00'] }, '"24:00" is no time: write it as HH:MM, from 00:00 to 23:59.'],
    ['a time without its zero', { times: ['9:00'] }, '"9:00" is no time'],
    ['a number', { times: [12] }, '12 is no time'],
    ['a time twice', { times: ['20:00', '06:00', '20:00'] }, '20:00 stands twice: keep one.'],
    ['more than one an hour', { times: hours }, 'The schedule has 24 times at most.'],
  ])('refuses %s', (_, schedule, message) => {
    expect(faultsOf(() => checkRefreshSchedule(schedule)).join(' ')).toContain(message);
  });

  it('reads well in the history', () => {
    const label = (times: string[]) => settingLabel('refresh_schedule', { times }, String);
    expect([label([]), label(['20:00', '06:00'])]).toEqual(['never', 'at 06:00, 20:00']);
  });
});

describe('settingLabel', () => {
  const count = (value: number) => String(value);

  it.each([
    ['weights', [{ stage: 'B Legals', source: 'any', weight: 0.9, after: null }], '1 row'],
    ['weights', [], '0 rows'],
    ['revenue_span', 'half', 'The half-year'],
    ['bdr_goals', { default: 6, people: { Jade: 8 } }, '6 for everybody, Jade 8'],
    [
      'refresh_gate',
      { removed_share: 0.2, value_change_share: 0.125, unreadable_share: 1 },
      'Deals removed over 20%, Open pipe or closed ARR changed over 12.5%, Dates or amounts unreadable over 100%',
    ],
    ['bdr_goals', null, 'default'],
    ['bdr_goals', { default: 'six' }, '{"default":"six"}'],
  ] as const)('says what %s was: %j', (key, value, label) => {
    expect(settingLabel(key, value, count)).toBe(label);
  });
});

describe('checkRowLimit', () => {
  it('accepts whole numbers', () => {
    expect([1, DEFAULT_ROW_LIMIT, 10_000_000].map(checkRowLimit)).toEqual([1, 500_000, 10_000_000]);
  });

  it.each([0, -1, 1.5, '500', null, 10_000_001, Number.NaN])('refuses %p', (value) => {
    expect(faultsOf(() => checkRowLimit(value))).toEqual([
      'The limit of rows must be a whole number from 1 to 10,000,000.',
    ]);
  });

  it('reads well in the history', () => {
    expect(settingLabel('row_limit', 1200, (value) => value.toLocaleString('en'))).toBe('1,200 at most');
  });
});

describe('checkHistoryDays', () => {
  it('accepts whole numbers of days', () => {
    expect([1, 400, 36_500].map(checkHistoryDays)).toEqual([1, 400, 36_500]);
  });

  it.each([0, -1, 1.5, '400', null, 36_501, Number.NaN])('refuses %p', (value) => {
    expect(faultsOf(() => checkHistoryDays(value))).toEqual([
      'The days of the history must be a whole number from 1 to 36,500.',
    ]);
  });

  it('reads well in the history', () => {
    expect([1, 400].map((days) => settingLabel('history_days', days, String))).toEqual(['1 day', '400 days']);
  });
});

describe('checkAuditDays', () => {
  it('accepts a month and more', () => {
    expect([30, 400, 36_500].map(checkAuditDays)).toEqual([30, 400, 36_500]);
  });

  it.each([0, 29, 30.5, '400', null, 36_501, Number.NaN])('refuses %p', (value) => {
    expect(faultsOf(() => checkAuditDays(value))).toEqual([
      'The days of the audit log must be a whole number from 30 to 36,500.',
    ]);
  });

  it('reads well in the history', () => {
    expect(settingLabel('audit_days', 400, String)).toBe('400 days');
  });
});
