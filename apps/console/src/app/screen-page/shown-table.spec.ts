import type { TableBlock } from '@app/domain/screens';
import { column, table } from '../testing/tables';
import { shownTable } from './shown-table';

const COLUMNS = [
  column('meetings.total'),
  column('goal', { metric: null }),
  column('progress', { metric: null }),
];
const BLOCK: TableBlock = {
  kind: 'table',
  heading: 'Meetings by BDR',
  aside: 'against the goal',
  table: 'bdrs',
  bar: 'progress',
};
const idsOf = (shown: ReturnType<typeof shownTable>) => shown.table.columns.map(({ id }) => id);

describe('a table of a screen', () => {
  it('has its goals where somebody has one', () => {
    const shown = shownTable(
      BLOCK,
      table(
        'bdr',
        COLUMNS,
        [
          ['hugo', 7, 36, 0.2],
          ['emma', 3, null, null],
        ],
        [10, null, null],
      ),
    );
    expect(idsOf(shown)).toEqual(['meetings.total', 'goal', 'progress']);
    expect([shown.bar, shown.aside]).toEqual(['progress', 'against the goal']);
  });

  it('draws its first column where nobody has one, and speaks of none', () => {
    const shown = shownTable(BLOCK, table('bdr', COLUMNS, [['hugo', 7, null, null]], [7, null, null]));
    expect(idsOf(shown)).toEqual(['meetings.total']);
    expect([shown.bar, shown.aside]).toEqual(['meetings.total', '']);
  });

  it('calls its columns what its block calls them, and keeps numbers that are not there', () => {
    const block = { ...BLOCK, bar: undefined, labels: { 'upsell.poa': 'POA' } };
    const shown = shownTable(block, table('bdr', [column('upsell.poa')], [['hugo', null]], [null]));
    expect(shown.table.columns.map(({ label }) => label)).toEqual(['POA']);
    expect([shown.bar, shown.aside]).toEqual([null, 'against the goal']);
  });
});
