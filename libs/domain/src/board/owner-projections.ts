import type { Question } from '../metrics/model/question.js';
import { currency } from '../metrics/engine/cent-sums.js';
import type { GroupKey } from '../metrics/engine/grouping.js';
import { compareKeys, labelling } from '../metrics/tables/group-labels.js';
import type { MetricTable, TableColumn } from '../metrics/tables/metric-table.js';
import type { RecordSet } from '../record-set/record-set.js';
import { PROJECTION_COLUMNS } from './board-columns.js';
import { columnPositions } from './column-deals.js';
import { addedTotals, type ColumnTotal, NO_DEALS, totalsByOwner } from './column-totals.js';

/**
 * Closing Projections by AE: deals, value and projected value of each column. The totals are the board's.
 *
 * @see docs/domain.md, section 5
 */
export function ownerProjections(
  sets: readonly RecordSet[],
  question: Pick<Question, 'filters'>,
): MetricTable {
  const byColumn = PROJECTION_COLUMNS.map((column) =>
    totalsByOwner(sets, columnPositions(sets, column, question), column),
  );
  const labelOf = labelling(sets, 'owner');
  const keys = new Set<GroupKey>(byColumn.flatMap((totals) => [...totals.keys()]));
  const rows = [...keys].sort(compareKeys).map((key) => ({
    key,
    label: labelOf(key),
    values: byColumn.flatMap((totals) => cells(totals.get(key) ?? NO_DEALS)),
    small: [],
  }));
  const totals = byColumn.flatMap((column) => cells([...column.values()].reduce(addedTotals, NO_DEALS)));
  return { by: 'owner', columns: PROJECTION_COLUMNS.flatMap(columnsOf), rows, totals };
}

const cells = ({ deals, value, projected }: ColumnTotal) => [deals, currency(value), currency(projected)];

function columnsOf({ id, label }: { readonly id: string; readonly label: string }): TableColumn[] {
  return [
    { id: `${id}.deals`, label: `${label}, deals`, unit: 'count', metric: null },
    { id: `${id}.value`, label: `${label}, value`, unit: 'money', metric: null },
    { id: `${id}.projected`, label: `${label}, projected`, unit: 'money', metric: null },
  ];
}
