import { TestBed } from '@angular/core/testing';
import { number } from '../../testing/answers';
import { Formats } from '../base/formats';
import { type ShownNumber, copyOfNumbers } from './number-copy';

const shown = (change: Partial<ShownNumber>): ShownNumber => ({
  metric: 'deals.arr',
  label: 'ARR closed',
  unit: 'money',
  number: number(656_500),
  change: null,
  notes: [],
  trend: [],
  ...change,
});

const copy = (numbers: ShownNumber[]) =>
  copyOfNumbers(numbers, { title: 'Numbers', subtitle: 'Organic' }, TestBed.inject(Formats));

describe('numbers for a mail', () => {
  it('have value, target, progress and change in full', () => {
    const { columns, rows } = copy([
      shown({ number: number(656_500, { target: 900_000, progress: 0.73 }) }),
      shown({
        label: 'Attendance rate',
        unit: 'ratio',
        number: number(null),
        change: { direction: 'up', tone: 'good', brief: '+3 pts', text: '+3 pts on H1 2026', hint: '' },
      }),
    ]);
    expect(columns.map(({ label }) => label)).toEqual(['Number', 'Value', 'Target', 'Progress', 'Change']);
    expect(rows).toEqual([
      ['ARR closed', '$656,500', '$900,000', '73%', ''],
      ['Attendance rate', '–', '–', '–', '+3 pts on H1 2026'],
    ]);
  });

  it('leave out columns without values', () => {
    const change = { direction: 'none', tone: 'plain', text: 'not compared', brief: '', hint: '' } as const;
    expect(copy([shown({ change })]).rows).toEqual([['ARR closed', '$656,500']]);
    expect(copy([shown({})]).rows).toEqual([['ARR closed', '$656,500']]);
  });
});
