import type { TableColumn } from '@app/contracts';
import { row, table } from '../../testing/metric-tables';
import { doorOf } from './cell-door';

const column: TableColumn = { id: 'deals.arr', label: 'ARR', unit: 'money', metric: 'deals.arr' };

describe('the door of a number', () => {
  it('narrows to its row', () => {
    expect(doorOf(table({ by: 'owner' }), column, row('camille'))).toEqual({
      metric: 'deals.arr',
      part: null,
      only: { field: 'owner', value: 'camille' },
    });
  });

  it('of an unassigned row asks for the empty value', () => {
    expect(doorOf(table({ by: 'bdr' }), column, row(null))?.only).toEqual({ field: 'bdr', value: '' });
  });

  it('by month narrows to the month', () => {
    expect(doorOf(table({ by: 'month' }), column, row('2026-07'))).toEqual({
      metric: 'deals.arr',
      part: '2026-07',
      only: null,
    });
    expect(doorOf(table({ by: 'month' }), column, row(null))).toBeNull();
  });

  it('of a total opens the whole number', () => {
    expect(doorOf(table(), column, null)).toEqual({ metric: 'deals.arr', part: null, only: null });
  });

  it('is shut where the column is no metric', () => {
    expect(doorOf(table(), { ...column, metric: null }, row('camille'))).toBeNull();
  });
});
