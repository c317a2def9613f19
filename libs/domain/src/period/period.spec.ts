import fc from 'fast-check';
import { aDay, aPeriod } from '../testing/periods.js';
import { day, isoDay } from './day.js';
import { pace } from './pace.js';
import { daysOf, InvalidPeriodError, isWithin, period } from './period.js';
import {
  halfLabel,
  halfOf,
  periodLabel,
  type PresetKind,
  presetKindOf,
  presetOf,
  stepPeriod,
} from './presets.js';
import { today } from './today.js';

const between = (from: string, to: string) => period(day(from), day(to));
const dates = ({ from, to }: { from: number; to: number }) => `${isoDay(from)} ${isoDay(to)}`;
const AS_OF = day('2026-11-22');

describe('period', () => {
  it('refuses a first day after the last, naming both', () => {
    expect(() => between('2026-07-02', '2026-07-01')).toThrow(InvalidPeriodError);
    expect(() => between('2026-07-02', '2026-07-01')).toThrow(/2026-07-02.*2026-07-01/);
  });

  it('holds both its ends and no missing date', () => {
    const july = between('2026-07-01', '2026-07-31');
    expect([july.from, july.to].map((at) => isWithin(at, july))).toEqual([true, true]);
    expect([july.from - 1, july.to + 1, null].map((at) => isWithin(at, july))).toEqual([false, false, false]);
    expect(daysOf(july)).toBe(31);
  });
});

describe('pace', () => {
  const half = between('2026-07-01', '2026-12-31');

  it.each([
    ['before it', '2026-06-30', 0],
    ['on its first day', '2026-07-01', 1 / 184],
    ['on 22 November', '2026-11-22', 145 / 184],
    ['on its last day', '2026-12-31', 1],
    ['after it', '2027-03-01', 1],
  ])('%s', (_, asOf, share) => {
    expect(pace(half, day(asOf))).toBe(share);
  });
});

describe('presets', () => {
  it.each<[PresetKind, string, string]>([
    ['month', '2026-11-01 2026-11-30', 'November 2026'],
    ['quarter', '2026-10-01 2026-12-31', 'Q4 2026'],
    ['half', '2026-07-01 2026-12-31', 'H2 2026'],
    ['year', '2026-01-01 2026-12-31', '2026'],
    ['year_to_date', '2026-01-01 2026-11-22', '2026 to 22 Nov'],
  ])('%s', (kind, expected, label) => {
    const preset = presetOf(kind, AS_OF);
    expect(dates(preset)).toBe(expected);
    expect(presetKindOf(preset, AS_OF)).toBe(kind);
    expect(periodLabel(preset, AS_OF)).toBe(label);
  });

  it('labels a custom period by its dates, and a half by its name', () => {
    expect(periodLabel(between('2026-09-15', '2026-10-15'), AS_OF)).toBe('2026-09-15 to 2026-10-15');
    expect([halfLabel(day('2026-06-30')), halfLabel(day('2026-07-01'))]).toEqual(['H1 2026', 'H2 2026']);
  });

  it.each<[PresetKind | null, string, string, number, string]>([
    ['month', '2026-01-01', '2026-01-31', -1, '2025-12-01 2025-12-31'],
    ['month', '2028-01-01', '2028-01-31', 1, '2028-02-01 2028-02-29'],
    ['half', '2026-07-01', '2026-12-31', 1, '2027-01-01 2027-06-30'],
    ['year', '2026-01-01', '2026-12-31', -1, '2025-01-01 2025-12-31'],
    ['year_to_date', '2028-01-01', '2028-02-29', -1, '2027-01-01 2027-02-28'],
    [null, '2026-09-15', '2026-10-15', -1, '2026-08-15 2026-09-14'],
  ])('steps a %s', (kind, from, to, steps, expected) => {
    expect(dates(stepPeriod(between(from, to), kind, steps))).toBe(expected);
  });

  it('hold their day and follow each other without a gap', () => {
    const kinds = fc.constantFrom<PresetKind>('month', 'quarter', 'half', 'year');
    fc.assert(
      fc.property(kinds, aDay(), (kind, at) => {
        const preset = presetOf(kind, at);
        expect(isWithin(at, preset)).toBe(true);
        expect(stepPeriod(preset, kind, 1).from).toBe(preset.to + 1);
        expect(stepPeriod(stepPeriod(preset, kind, 1), kind, -1)).toEqual(preset);
      }),
    );
  });

  it('steps a custom period next to itself', () => {
    fc.assert(
      fc.property(aPeriod(), (custom) => {
        expect(stepPeriod(custom, null, -1).to).toBe(custom.from - 1);
      }),
    );
  });

  it('reach to the ends of the calendar', () => {
    expect(dates(presetOf('year', day('9999-12-31')))).toBe('9999-01-01 9999-12-31');
    expect(dates(halfOf(day('0001-01-01')))).toBe('0001-01-01 0001-06-30');
  });

  it('a half holds six months', () => {
    expect(dates(halfOf(day('2026-02-10')))).toBe('2026-01-01 2026-06-30');
  });
});

describe('today', () => {
  it.each([
    ['Europe/Paris', '2026-11-22T22:59:59Z', '2026-11-22'],
    ['Europe/Paris', '2026-11-22T23:00:00Z', '2026-11-23'],
    ['Europe/Paris', '2026-06-30T22:00:00Z', '2026-07-01'],
    ['America/New_York', '2027-01-01T04:59:00Z', '2026-12-31'],
  ])('in %s at %s', (timeZone, instant, expected) => {
    expect(isoDay(today(Date.parse(instant), timeZone))).toBe(expected);
  });

  it('refuses an unknown time zone', () => {
    expect(() => today(0, 'Europe/Atlantis')).toThrow(RangeError);
  });
});
