import { column, table } from '../../testing/tables';
import { sparkOf, sparkPath } from './sparkline.data';

const months = table(
  'month',
  [column('meetings.total'), column('attendance.rate')],
  [
    ['2026-09', 4, 0.5],
    ['2026-10', 8, null],
    ['2026-11', 2, 1],
    ['2026-12', 0, null],
  ],
);

const days = (as_of: string, from = '2026-07-01', to = '2026-12-31') => ({
  as_of,
  period: { from, to, months: 6 },
});

describe('the trend of a number', () => {
  it('has only whole months that are over', () => {
    const values = (asOf: string, from?: string, to?: string) =>
      sparkOf(months, 'meetings.total', days(asOf, from, to)).map(({ value }) => value);
    expect(values('2026-11-30')).toEqual([4, 8]);
    expect(values('2026-12-01')).toEqual([4, 8, 2]);
    expect(values('2027-03-01')).toEqual([4, 8, 2, 0]);
    expect(values('2027-03-01', '2026-09-02', '2026-12-30')).toEqual([8, 2]);
    expect(values('2026-09-02')).toEqual([]);
  });

  it('has whole weeks and days that are over, of a short period', () => {
    const steps = (by: 'day' | 'week', ...keys: string[]) =>
      sparkOf(
        table(
          by,
          [column('meetings.total')],
          keys.map((key, at) => [key, at + 1]),
        ),
        'meetings.total',
        days('2026-11-24', '2026-11-01', '2026-12-10'),
      ).map(({ value }) => value);
    const weeks = ['2026-11-01..2026-11-01', '2026-11-02..2026-11-08', '2026-11-09..2026-11-15'];
    expect(steps('week', ...weeks, '2026-11-16..2026-11-22', '2026-11-23..2026-11-29')).toEqual([2, 3, 4]);
    expect(steps('day', '2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25')).toEqual([1, 2]);
  });

  it('leaves out the months in which a rate is undefined', () => {
    expect(sparkOf(months, 'attendance.rate', days('2027-01-01'))).toEqual([
      { step: '2026-09', value: 0.5 },
      { step: '2026-11', value: 1 },
    ]);
  });

  it('is not drawn for a single month or a metric without months', () => {
    expect(
      sparkOf({ ...months, rows: months.rows.slice(0, 1) }, 'meetings.total', days('2026-11-22')),
    ).toEqual([]);
    expect(sparkOf(months, 'deals.open', days('2026-11-22'))).toEqual([]);
  });

  it('is not drawn when all months are zero', () => {
    const nothing = table(
      'month',
      [column('meetings.total')],
      [
        ['2026-10', 0],
        ['2026-11', 0],
      ],
    );
    expect(sparkOf(nothing, 'meetings.total', days('2026-11-22'))).toEqual([]);
  });

  it('runs from left to right, zero at the bottom and the highest month at the top', () => {
    const path = sparkPath(sparkOf(months, 'meetings.total', days('2027-01-01')), 60, 20);
    expect(path).toEqual({ line: 'M0 10L20 0L40 15L60 20', end: { x: 60, y: 20 } });
  });

  it('runs along the middle when there is no change from zero', () => {
    const flat = [0, 0].map((value, at) => ({ step: `2026-0${String(at + 1)}`, value }));
    expect(sparkPath(flat, 60, 20)).toEqual({ line: 'M0 10L60 10', end: { x: 60, y: 10 } });
  });
});
