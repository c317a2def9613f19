import { TestBed } from '@angular/core/testing';
import type { ComparedValue, Comparison, MetricId, MetricUnit } from '@app/contracts';
import { changeOf } from './change';
import { Formats } from '../base/formats';
import { compared } from '../../testing/tables';

const change = (metric: MetricId, unit: MetricUnit, value: ComparedValue) =>
  changeOf(metric, unit, compared({ [metric]: value }), TestBed.inject(Formats));

describe('the change of a number', () => {
  it.each([
    [
      'pipe.created',
      'money',
      { current: 111, previous: 100, change: 0.11 },
      'up',
      'good',
      '+11% on H1 to 25\u00a0May',
    ],
    [
      'deals.closed',
      'count',
      { current: 3, previous: 4, change: -0.25 },
      'down',
      'bad',
      '−25% on H1 to 25\u00a0May',
    ],
    [
      'attendance.rate',
      'ratio',
      { current: 0.75, previous: 0.72, change: 0.03 },
      'up',
      'good',
      '+3 pts on H1 to 25\u00a0May',
    ],
    [
      'relevance.rate',
      'ratio',
      { current: 0.5, previous: 0.51, change: -0.01 },
      'down',
      'bad',
      '−1 pt on H1 to 25\u00a0May',
    ],
    [
      'relevance.rate',
      'ratio',
      { current: 0.413, previous: 0.416, change: -0.003 },
      'same',
      'plain',
      '0 pts on H1 to 25\u00a0May',
    ],
    [
      'meetings.noshow',
      'count',
      { current: 6, previous: 3, change: 1 },
      'up',
      'plain',
      '+100% on H1 to 25\u00a0May',
    ],
    [
      'deals.closed',
      'count',
      { current: 4, previous: 4, change: 0 },
      'same',
      'plain',
      'same as H1 to 25\u00a0May',
    ],
    [
      'deals.closed',
      'count',
      { current: 4, previous: 0, change: null },
      'up',
      'good',
      'from 0 in H1 to 25\u00a0May',
    ],
    [
      'deals.arr',
      'money',
      { current: 196_560, previous: 18_000, change: 9.92 },
      'up',
      'good',
      'from $18K in H1 to 25\u00a0May',
    ],
  ] as const)('of %s is told with its direction, in words', (metric, unit, value, direction, tone, text) => {
    expect(change(metric, unit, value)).toMatchObject({ direction, tone, text });
  });

  it('is brief where what it is compared with stands elsewhere', () => {
    const brief = (value: ComparedValue) => change('deals.arr', 'money', value)?.brief;
    expect(brief({ current: 111, previous: 100, change: 0.11 })).toBe('+11%');
    expect(brief({ current: 196_560, previous: 18_000, change: 9.92 })).toBe('from $18K');
    expect(brief({ current: 4, previous: 0, change: null })).toBe('');
  });

  it('says of what it is where the number beside it counts more, of a period under way', () => {
    const value = { current: 17, previous: 15, change: 0.13 };
    const beside = (shown: number, part: Partial<Comparison> = {}) =>
      changeOf(
        'deals.closed',
        'count',
        { ...compared({ 'deals.closed': value }), ...part },
        TestBed.inject(Formats),
        shown,
      );
    expect(beside(19)).toMatchObject({ text: '17 so far: +13% on H1 to 25\u00a0May', brief: '' });
    expect(beside(17)).toMatchObject({ text: '+13% on H1 to 25\u00a0May', brief: '+13%' });
    expect(beside(19, { is_partial: false })?.text).toBe('+13% on H1 2026');
  });

  it('says nothing where there is nothing, as before', () => {
    expect(change('deals.closed', 'count', { current: 0, previous: 0, change: null })).toBeNull();
  });

  it('names the period alone once all of it is compared, and its year where it is another one', () => {
    const at = (part: Partial<Comparison>) => {
      const value = { current: 3, previous: 4, change: -0.25 };
      const whole = { ...compared({ 'deals.closed': value }), ...part };
      return changeOf('deals.closed', 'count', whole, TestBed.inject(Formats))?.text;
    };
    expect(at({ is_partial: false })).toBe('−25% on H1 2026');
    expect(at({ label: 'H2 2025', to: '2025-11-22' })).toBe('−25% on H2 2025 to 22\u00a0Nov');
  });

  it('says which days are compared', () => {
    const hint = change('deals.arr', 'money', { current: 111, previous: 100, change: 0.11 })?.hint;
    expect(hint).toMatch(/^\$111 so far, against \$100 in 1 Jan\s–\s25 May 2026$/);
  });

  it('describes a period without a name, with its dates in the tooltip', () => {
    const value = { current: 4, previous: 2, change: 1 };
    const days = { ...compared({ 'deals.closed': value }), label: '2025-12-31 to 2026-05-25' };
    const formats = TestBed.inject(Formats);
    const told = changeOf('deals.closed', 'count', { ...days, against: 'last_year' }, formats);
    expect(told?.text).toBe('+100% on the year before');
    expect(changeOf('deals.closed', 'count', days, formats)?.text).toBe('+100% on the days before');
  });

  it.each([
    ['2026-11-22', '2025-01-01', '2025-11-22'],
    ['2028-02-29', '2027-01-01', '2027-02-28'],
  ])('names the year before for a year to date, to %s', (through, from, to) => {
    const value = { current: 4, previous: 2, change: 1 };
    const toDate = { ...compared({ 'deals.closed': value }), label: `${from} to ${to}`, from, to, through };
    const told = changeOf('deals.closed', 'count', toDate, TestBed.inject(Formats));
    expect(told?.text).toBe('+100% on the year before');
  });

  it('of new weighted pipe is never shown; the reason is', () => {
    const told = change('pipe.created_weighted', 'money', { current: 100, previous: 1, change: 99 });
    expect(told).toMatchObject({
      direction: 'none',
      tone: 'plain',
      text: 'not compared: deals moved on',
    });
    expect(told?.hint).toContain('have closed, moved on or aged since');
    expect(changeOf('pipe.created_weighted', 'money', null, TestBed.inject(Formats))).toBeNull();
  });

  it('is absent without a comparison, or where one side is undefined', () => {
    const formats = TestBed.inject(Formats);
    expect(changeOf('deals.arr', 'money', null, formats)).toBeNull();
    expect(
      changeOf(
        'deals.open',
        'count',
        compared({ 'deals.arr': { current: 1, previous: 1, change: 0 } }),
        formats,
      ),
    ).toBeNull();
    expect(change('attendance.rate', 'ratio', { current: 0.5, previous: null, change: null })).toBeNull();
  });
});
