import type { TableColumn } from '@app/contracts';
import { row, table } from '../../testing/metric-tables';
import { metricDoor } from '../doors/door';
import { doorOfCell } from './cell-door';

const column: TableColumn = { id: 'deals.arr', label: 'ARR', unit: 'money', metric: 'deals.arr' };

describe('the door of a number', () => {
  it('narrows to its row', () => {
    expect(doorOfCell(table({ by: 'owner' }), column, row('camille'))).toEqual(
      metricDoor('deals.arr', { only: [{ field: 'owner', value: 'camille' }] }),
    );
  });

  it('of an unassigned row asks for the empty value', () => {
    expect(doorOfCell(table({ by: 'bdr' }), column, row(null))?.only).toEqual([{ field: 'bdr', value: '' }]);
  });

  it('by month narrows to the month', () => {
    expect(doorOfCell(table({ by: 'month' }), column, row('2026-07'))).toEqual(
      metricDoor('deals.arr', { part: '2026-07' }),
    );
    expect(doorOfCell(table({ by: 'month' }), column, row(null))).toBeNull();
  });

  it('of a total opens the whole number', () => {
    expect(doorOfCell(table(), column, null)).toEqual(metricDoor('deals.arr'));
  });

  it('is shut where the column is no metric', () => {
    expect(doorOfCell(table(), { ...column, metric: null }, row('camille'))).toBeNull();
  });
});
