import type { ShownColumn } from './shown-board';
import type { Copyable } from '../ui/copy/copyable';
import type { Formats } from '../ui/base/formats';
import { BOARD } from './texts';

/** What is copied of a board. */
interface CopiedBoard {
  readonly columns: readonly ShownColumn[];
  readonly totals: { readonly deals: number; readonly value: number; readonly projected: number | null };
}

/** A board to copy into a mail: one line per column, with projections and goals where it has them, and the total. */
export function copyOfBoard(
  { columns, totals: total }: CopiedBoard,
  words: Pick<Copyable, 'title' | 'subtitle'>,
  formats: Formats,
): Copyable {
  const texts = BOARD.copied;
  const hasProjections = columns.some(({ projected }) => projected !== null);
  const hasGoals = columns.some(({ goal }) => goal !== null);
  return {
    ...words,
    columns: [
      { label: texts.column, unit: null },
      { label: texts.deals, unit: 'count' },
      { label: texts.value, unit: 'money' },
      ...(hasProjections ? [{ label: texts.projected, unit: 'money' as const }] : []),
      ...(hasGoals ? [{ label: texts.goal, unit: 'money' as const }] : []),
    ],
    rows: columns.map(({ label, deals, value, projected, goal }) => [
      label,
      formats.count(deals),
      formats.money(value),
      ...(hasProjections ? [formats.money(projected)] : []),
      ...(hasGoals ? [formats.money(goal)] : []),
    ]),
    totals: [
      texts.total,
      formats.count(total.deals),
      formats.money(total.value),
      ...(hasProjections ? [formats.money(total.projected)] : []),
      ...(hasGoals ? [''] : []),
    ],
  };
}
