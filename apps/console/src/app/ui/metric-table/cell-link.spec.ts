import type { TableColumn } from '@app/contracts';
import { row, table } from '../../testing/metric-tables';
import { metricLink } from '../links/link';
import { linkOfCell } from './cell-link';

const column: TableColumn = { id: 'deals.arr', label: 'ARR', unit: 'money', metric: 'deals.arr' };

describe('the link of a number', () => {
  it('narrows to its row', () => {
    expect(linkOfCell(table({ by: 'owner' }), column, row('camille'))).toEqual(
      metricLink('deals.arr', { only: [{ field: 'owner', value: 'camille' }] }),
    );
  });

  it('of an unassigned row filters by the empty value', () => {
    expect(linkOfCell(table({ by: 'bdr' }), column, row(null))?.only).toEqual([{ field: 'bdr', value: '' }]);
  });

  it('by month narrows to the month', () => {
    expect(linkOfCell(table({ by: 'month' }), column, row('2026-07'))).toEqual(
      metricLink('deals.arr', { part: '2026-07' }),
    );
    expect(linkOfCell(table({ by: 'month' }), column, row(null))).toBeNull();
  });

  it('of a total opens the whole number', () => {
    expect(linkOfCell(table(), column, null)).toEqual(metricLink('deals.arr'));
  });

  it('does not exist where the column is not a metric', () => {
    expect(linkOfCell(table(), { ...column, metric: null }, row('camille'))).toBeNull();
  });
});
