import type { Breakdown, Dimension } from '@app/contracts';
import { isByDate, orderedRows } from '@app/domain/metrics';

/** What a part is sorted by, also in the file. */
const VALUE = 'value';

/**
 * The order a breakdown is read in: the largest part first. Months follow the calendar and stages the way of a deal, as
 * they are answered.
 */
export const orderOf = (by: Dimension): string => (isByDate(by) || by === 'stage' ? '' : `-${VALUE}`);

/** The breakdown in the order it is read in; unassigned stays last. */
export function inOrder(breakdown: Breakdown): Breakdown {
  const { by } = breakdown;
  const rows = breakdown.rows.map((part) => ({
    part,
    row: { key: part.key, values: [part.value] },
    label: part.label,
  }));
  const ordered = orderedRows(rows, { by, columns: [{ id: VALUE }] }, orderOf(by));
  return { ...breakdown, rows: ordered.map(({ part }) => part) };
}
