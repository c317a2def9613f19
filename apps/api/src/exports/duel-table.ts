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

const COLUMNS: readonly ExportColumn[] = [
  { label: 'Client', kind: 'text' },
  { label: 'Owner', kind: 'text' },
  { label: 'Stage', kind: 'text' },
  { label: 'Value', kind: 'money' },
  ...['Left', 'Right'].flatMap((side): ExportColumn[] => [
    { label: `${side} column`, kind: 'text' },
    { label: `${side} probability`, kind: 'ratio' },
    { label: `${side} hidden`, kind: 'text' },
    { label: `${side} projected`, kind: 'money' },
  ]),
  { label: 'Differs by', kind: 'text' },
  { label: 'In dispute', kind: 'money' },
];

/** Two boards as a file: the deals that they see differently, then what their totals differ by, left less right. */
export function duelTable(
  { rows, causes }: Duel<BoardRecord>,
  hasViews: boolean,
): ExportTable & { readonly rows: number } {
  const lines = [
    ...rows.map((row): ExportRow => [...(hasViews ? [row.deal.view_name] : []), ...cellsOf(row)]),
    ...[
      sumOf('Total: difference by probability', causes.probability.difference),
      sumOf('Total: difference by hidden deals', causes.hidden.difference),
      sumOf('Total: left less right', causes.difference),
    ].map((line) => [...(hasViews ? [null] : []), ...line]),
  ];
  const columns = [...(hasViews ? [{ label: 'View', kind: 'text' } as const] : []), ...COLUMNS];
  return { columns, batches: atOnce(lines), rows: lines.length };
}

function cellsOf(row: DuelRow<BoardRecord>): ExportRow {
  const { deal, disputed } = row;
  const sides = SIDES.flatMap((side) => sideOf(row[side]));
  return [deal.client, deal.owner, deal.stage, deal.value, ...sides, differences(row), disputed];
}

const sideOf = ({ column, probability, hidden, projected }: DuelSide): ExportCell[] => [
  LABELS.get(column) ?? column,
  probability === null ? null : probability / 100,
  hidden ? 'Hidden' : null,
  projected,
];

const differences = ({ left, right }: DuelRow): string =>
  (['column', 'probability', 'hidden'] as const).filter((key) => left[key] !== right[key]).join(', ');

const sumOf = (label: string, amount: number): ExportRow =>
  COLUMNS.map((_, at) => (at === 0 ? label : at === COLUMNS.length - 1 ? amount : null));
