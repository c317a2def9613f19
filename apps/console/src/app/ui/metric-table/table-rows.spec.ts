import { TestBed } from '@angular/core/testing';
import { orderedRows } from '@app/domain/metrics';
import { Formats } from '../base/formats';
import { row, table } from '../../testing/metric-tables';
import { directionOf, labelledRows, nextSort, rowsWith } from './table-rows';

const labelled = (of = table()) => labelledRows(of, TestBed.inject(Formats));
const sorted = (sort: string, of = table()) => orderedRows(labelled(of), of, sort).map(({ label }) => label);

describe('the rows of a table', () => {
  it('have the labels that people know', () => {
    expect(labelled().map(({ label }) => label)).toEqual(['Zoé', 'Álvaro', 'bruno', 'Camille', 'Unassigned']);
    const months = table({ by: 'month', rows: [row('2026-07')] });
    expect(labelled(months)[0]?.label).toBe('Jul 2026');
    const sources = table({ by: 'source_group', rows: [row('inbound'), row('unassigned')] });
    expect(labelled(sources)).toMatchObject([
      { label: 'Inbound', isUnassigned: false },
      { label: 'Unassigned', isUnassigned: true },
    ]);
  });

  it.each([
    ['', ['Zoé', 'Álvaro', 'bruno', 'Camille', 'Unassigned']],
    ['unheard-of', ['Zoé', 'Álvaro', 'bruno', 'Camille', 'Unassigned']],
    ['label', ['Álvaro', 'bruno', 'Camille', 'Zoé', 'Unassigned']],
    ['-label', ['Zoé', 'Camille', 'bruno', 'Álvaro', 'Unassigned']],
    ['poa.generated', ['bruno', 'Zoé', 'Camille', 'Álvaro', 'Unassigned']],
    ['-poa.generated', ['Álvaro', 'Camille', 'Zoé', 'bruno', 'Unassigned']],
  ])('sorted by "%s"', (sort, labels) => {
    expect(sorted(sort)).toEqual(labels);
  });

  it('without a value come last in both directions', () => {
    expect(sorted('deals.arr')).toEqual(['Zoé', 'Álvaro', 'Camille', 'bruno', 'Unassigned']);
    expect(sorted('-deals.arr')).toEqual(['Camille', 'Álvaro', 'Zoé', 'bruno', 'Unassigned']);
  });

  it('by month are in calendar order', () => {
    const months = table({ by: 'month', rows: [row('2026-08'), row('2026-12'), row('2027-01')] });
    expect(sorted('-label', months)).toEqual(['Jan 2027', 'Dec 2026', 'Aug 2026']);
  });

  it('are found regardless of accents, case and spaces', () => {
    expect(rowsWith(labelled(), ' ZO e').map(({ label }) => label)).toEqual(['Zoé']);
    expect(rowsWith(labelled(), ' ')).toHaveLength(5);
    expect(rowsWith(labelled(), 'x')).toEqual([]);
  });
});

describe('a click on a column', () => {
  it('sorts numbers descending, then ascending', () => {
    expect(nextSort('', 'deals.arr')).toBe('-deals.arr');
    expect(nextSort('-deals.arr', 'deals.arr')).toBe('deals.arr');
    expect(nextSort('deals.arr', 'deals.arr')).toBe('-deals.arr');
  });

  it('sorts text ascending, then descending', () => {
    expect(nextSort('-deals.arr', 'label')).toBe('label');
    expect(nextSort('label', 'label')).toBe('-label');
  });

  it('is reflected in the header of the column', () => {
    expect([directionOf('-a', 'a'), directionOf('a', 'a'), directionOf('b', 'a')]).toEqual([
      'descending',
      'ascending',
      'none',
    ]);
  });
});
