import type { BoardRecord } from '@app/contracts';
import {
  type ApartDeal,
  type Board,
  columnsOfBoard,
  type ExportCell,
  type ExportColumn,
  type Fate,
  type FilteredDeal,
  type PlacedDeal,
  projectedValue,
} from '@app/domain';
import { atOnce, type ExportRow, type ExportTable } from './export-table.js';

/** Which part of a board a file has. */
export interface BoardPart {
  /** Ids of its columns. */
  readonly columns: readonly string[];
  /** Which deals. */
  readonly isShown: (deal: FilteredDeal) => boolean;
  /** Whether its deals are of several views. */
  readonly hasViews: boolean;
  /** Whose board it is; null where the file does not say so. */
  readonly name: string | null;
}

/** A deal on a board, and where it stands. */
interface Line {
  readonly part: 'Board' | 'Hidden' | 'Not on the board';
  readonly column: string;
  /** Among the deals that are shown, from 1; null for the others. */
  readonly position: number | null;
  readonly deal: Omit<Partial<BoardRecord>, 'client' | 'owner'> &
    Pick<BoardRecord, 'owner'> & { client: string | null };
  /** What counts on the board; null for a deal that does not. */
  readonly value: number | null;
  readonly probability: number | null;
  /** What would count, were the deal shown. */
  readonly notCounted: number | null;
  readonly isNew: boolean;
  readonly became: string | null;
}

interface BoardColumnOfFile extends ExportColumn {
  readonly cell: (line: Line) => ExportCell;
}

const whoseOf = (name: string): BoardColumnOfFile => ({
  label: 'Whose board',
  kind: 'text',
  cell: () => name,
});
const VIEW: BoardColumnOfFile = { label: 'View', kind: 'text', cell: ({ deal }) => deal.view_name ?? null };
const PLACE: readonly BoardColumnOfFile[] = [
  { label: 'Part', kind: 'text', cell: ({ part }) => part },
  { label: 'Column', kind: 'text', cell: ({ column }) => column },
  { label: 'Position', kind: 'count', cell: ({ position }) => position },
  { label: 'Client', kind: 'text', cell: ({ deal }) => deal.client },
  { label: 'Owner', kind: 'text', cell: ({ deal }) => deal.owner },
  { label: 'Stage', kind: 'text', cell: ({ deal }) => deal.stage ?? null },
  { label: 'Value', kind: 'money', cell: ({ value }) => value },
];
const PROJECTION: readonly BoardColumnOfFile[] = [
  {
    label: 'Probability',
    kind: 'ratio',
    cell: ({ probability }) => (probability === null ? null : probability / 100),
  },
  {
    label: 'Projected',
    kind: 'money',
    cell: ({ value, probability }) => (probability === null ? null : projectedValue(value, probability)),
  },
];
/** Apart from what counts, so that the sums of the other columns are those of the screen. */
const NOT_COUNTED: BoardColumnOfFile = {
  label: 'Not counted',
  kind: 'money',
  cell: ({ notCounted }) => notCounted,
};
const REST: readonly BoardColumnOfFile[] = [
  { label: 'Discovery date', kind: 'date', cell: ({ deal }) => deal.discovery_date ?? null },
  { label: 'POA date', kind: 'date', cell: ({ deal }) => deal.poa_date ?? null },
  { label: 'Age', kind: 'count', cell: ({ deal }) => deal.age ?? null },
  { label: 'New', kind: 'text', cell: ({ isNew }) => (isNew ? 'New' : null) },
  { label: 'What became of it', kind: 'text', cell: ({ became }) => became },
  { label: 'Hubspot link', kind: 'text', cell: ({ deal }) => deal.hubspot_link ?? null },
];

const BECAME: Readonly<Record<Fate, string>> = {
  closed: 'Closed',
  lost: 'Lost',
  stalled: 'Stalled',
  not_relevant: 'Not relevant',
  earlier: 'Back in an earlier stage',
  not_attended: 'Its intro did not take place',
  no_stage: 'Without a known stage',
  unclear: 'Its client has deals, but not which one it is',
  refused: 'Somebody said that the deal of its client is another one',
  gone: 'Not in the data',
};

/** A board as a file: what it shows in its order, then what is hidden, then saved deals that it shows no more. */
export function boardTable(
  board: Board<BoardRecord>,
  part: BoardPart,
): ExportTable & { readonly rows: number } {
  const columns = [
    ...(part.name === null ? [] : [whoseOf(part.name)]),
    ...(part.hasViews ? [VIEW] : []),
    ...PLACE,
    ...(board.kind === 'projections' ? PROJECTION : []),
    NOT_COUNTED,
    ...REST,
  ];
  const lines = linesOf(board, part);
  const rows = lines.map((line): ExportRow => columns.map(({ cell }) => cell(line)));
  return { columns, batches: atOnce(rows), rows: rows.length };
}

function linesOf(board: Board<BoardRecord>, { columns, isShown }: BoardPart): Line[] {
  const labels = new Map(columnsOfBoard(board.kind).map(({ id, label }) => [id, label]));
  const shown: Line[] = [];
  const hidden: Line[] = [];
  const apart: Line[] = [];
  for (const { id, entries } of board.columns) {
    if (!columns.includes(id)) continue;
    const column = labels.get(id) ?? id;
    let position = 0;
    for (const entry of entries) {
      if (!isShown(dealOf(entry))) continue;
      if (entry.is === 'apart') apart.push(apartLine(entry, column));
      else if (entry.hidden) hidden.push(placedLine(entry, column, null));
      else shown.push(placedLine(entry, column, (position += 1)));
    }
  }
  return [...shown, ...hidden, ...apart];
}

/** Of a deal that is not in the data, what it was saved with. */
const dealOf = (entry: PlacedDeal<BoardRecord> | ApartDeal<BoardRecord>): FilteredDeal =>
  entry.is === 'apart' && entry.deal === null ? entry.saved : (entry.deal ?? {});

function placedLine(entry: PlacedDeal<BoardRecord>, column: string, position: number | null): Line {
  const { deal, isNew } = entry;
  const told = { column, position, deal, isNew, became: null };
  return entry.hidden
    ? { ...told, part: 'Hidden', value: null, probability: null, notCounted: deal.value }
    : { ...told, part: 'Board', value: deal.value, probability: entry.probability, notCounted: null };
}

/** A deal that is not in the data is told as it was saved. */
function apartLine({ saved, fate, deal }: ApartDeal<BoardRecord>, column: string): Line {
  return {
    part: 'Not on the board',
    column,
    position: null,
    deal: deal ?? { client: saved.client, owner: saved.owner, stage: saved.stage ?? undefined },
    value: null,
    probability: null,
    notCounted: deal === null ? saved.pipeline : deal.value,
    isNew: false,
    became: BECAME[fate],
  };
}
