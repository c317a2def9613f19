import type { BoardRecord } from '@app/contracts';
import {
  columnsOfBoard,
  type Duel,
  type DuelRow,
  type DuelSide,
  type ExportCell,
  type ExportColumn,
} from '@app/domain';
import { atOnce, type ExportRow, type ExportTable } from './export-table.js';

const SIDES = ['left', 'right'] as const;
const LABELS = new Map(columnsOfBoard('projections').map(({ id, label }) => [id, label]));

/** What the two boards are called. */
export type DuelNames = readonly [left: string, right: string];

const columnsOf = (names: DuelNames): readonly ExportColumn[] => [
  { label: 'Client', kind: 'text' },
  { label: 'Owner', kind: 'text' },
  { label: 'Stage', kind: 'text' },
  { label: 'Value', kind: 'money' },
  ...names.flatMap((name): ExportColumn[] => [
    { label: `${name}: column`, kind: 'text' },
    { label: `${name}: probability`, kind: 'ratio' },
    { label: `${name}: hidden`, kind: 'text' },
    { label: `${name}: projected`, kind: 'money' },
  ]),
  { label: 'Differs by', kind: 'text' },
  { label: 'In dispute', kind: 'money' },
  { label: 'Difference', kind: 'money' },
];

/** Two boards as a file: the deals that they see differently, then what their totals differ by, left less right. */
export function duelTable(
  { rows, causes }: Duel<BoardRecord>,
  { names, hasViews }: { names: DuelNames; hasViews: boolean },
): ExportTable & { readonly rows: number } {
  const compared = columnsOf(names);
  const sumOf = (label: string, amount: number): ExportRow =>
    compared.map((_, at) => (at === 0 ? label : at === compared.length - 1 ? amount : null));
  const totals = [
    sumOf('Total: difference by probability', causes.probability.difference),
    sumOf('Total: difference by hidden deals', causes.hidden.difference),
    sumOf(`Total: ${names[0]} less ${names[1]}`, causes.difference),
  ];
  const lines = [
    ...rows.map((row): ExportRow => [...(hasViews ? [row.deal.view_name] : []), ...cellsOf(row)]),
    ...totals.map((line) => [...(hasViews ? [null] : []), ...line]),
  ];
  const columns = [...(hasViews ? [{ label: 'View', kind: 'text' } as const] : []), ...compared];
  return { columns, batches: atOnce(lines), rows: lines.length, totals: totals.length };
}

function cellsOf(row: DuelRow<BoardRecord>): ExportRow {
  const { deal, disputed, difference } = row;
  const sides = SIDES.flatMap((side) => sideOf(row[side]));
  return [deal.client, deal.owner, deal.stage, deal.value, ...sides, differences(row), disputed, difference];
}

const sideOf = ({ column, probability, hidden, projected }: DuelSide): ExportCell[] => [
  LABELS.get(column) ?? column,
  probability === null ? null : probability / 100,
  hidden ? 'Hidden' : null,
  projected,
];

const differences = ({ left, right }: DuelRow): string =>
  (['column', 'probability', 'hidden'] as const).filter((key) => left[key] !== right[key]).join(', ');
