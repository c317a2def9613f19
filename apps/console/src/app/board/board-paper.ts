import { ageBand } from '@app/domain/board';
import type { Formats } from '../ui/base/formats';
import { stageName } from '../ui/base/stage-name';
import { MOST_ON_PAPER, saidOfCut } from '../ui/paper/most-on-paper';
import type { Paper, PaperCell, PaperColumn, PaperTable } from '../ui/paper/paper';
import { ageOf, clientOf, poaOf } from './card-words';
import { dealsOf, filledByOf, isUnused } from './column-words';
import type { ShownCard, ShownColumn } from './shown-board';
import { PAPER } from './paper.texts';
import { BOARD } from './texts';

/** What of a board is printed, and what is said of it. */
export interface BoardToPrint {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly columns: readonly ShownColumn[];
  readonly totals: Pick<ShownColumn, 'deals' | 'value' | 'projected'>;
  /** Whether its deals are of several views, so that each names its own. */
  readonly hasViews: boolean;
}

/** A board on paper: what its columns come to, then the cards of each in their order. */
export function boardPaper(board: BoardToPrint, formats: Formats): Paper {
  const columns = board.columns.filter((column) => !isUnused(column));
  return {
    title: board.heading,
    lines: board.lines,
    tables: [
      overviewOf(board, columns, formats),
      ...columns.map((column) => tableOf(column, board, MOST_ON_PAPER.amongOthers, formats)),
    ],
  };
}

/** One column by itself. */
export function columnPaper(column: ShownColumn, board: BoardToPrint, formats: Formats): Paper {
  return {
    title: PAPER.columnOf(board.heading, column.label),
    lines: board.lines,
    tables: [tableOf(column, board, MOST_ON_PAPER.alone, formats)],
  };
}

function overviewOf({ totals }: BoardToPrint, columns: readonly ShownColumn[], formats: Formats): PaperTable {
  const [hasProjections, hasGoals] = [totals.projected !== null, columns.some(({ goal }) => goal !== null)];
  const sums = ({ deals, value, projected }: BoardToPrint['totals']) => [
    formats.count(deals),
    formats.money(value),
    ...(hasProjections ? [formats.money(projected)] : []),
  ];
  const { column, deals, value, projected, goal, progress } = PAPER.columns;
  const numbers = [
    deals,
    value,
    ...(hasProjections ? [projected] : []),
    ...(hasGoals ? [goal, progress] : []),
  ];
  return {
    heading: PAPER.overview,
    aside: '',
    columns: [{ label: column }, ...numbers.map(numberNamed)],
    rows: columns.map((each) => [
      each.label,
      ...sums(each),
      ...(hasGoals ? [formats.money(each.goal), formats.share(each.progress)] : []),
    ]),
    totals: [PAPER.total, ...sums(totals), ...(hasGoals ? ['', ''] : [])],
  };
}

/** A column of the table of a board's column. */
interface CardColumn extends PaperColumn {
  readonly cell: (card: ShownCard, at: number) => PaperCell;
  readonly total?: string;
}

function tableOf(
  column: ShownColumn,
  { hasViews }: BoardToPrint,
  most: number,
  formats: Formats,
): PaperTable {
  const cards = column.cards.slice(0, most);
  const columns = cardColumns(column, hasViews, formats);
  return {
    heading: column.label,
    aside: [asideOf(column, formats), saidOfCut(cards.length, column.cards.length, formats)]
      .filter((words) => words !== '')
      .join(' · '),
    columns,
    rows: cards.map((card, at) => columns.map(({ cell }) => cell(card, at))),
    ...(column.cards.length === 0 ? {} : { totals: columns.map(({ total = '' }) => total) }),
    empty: BOARD.none,
  };
}

function cardColumns(column: ShownColumn, hasViews: boolean, formats: Formats): readonly CardColumn[] {
  const labels = PAPER.columns;
  const { value, projected, cards } = column;
  const hasPoa = cards.some(({ deal }) => poaOf(deal, formats) !== '');
  const plain: CardColumn[] = [
    { ...numberNamed(labels.at), cell: (_, at) => formats.count(at + 1) },
    {
      label: labels.client,
      kind: 'long',
      cell: clientCell,
      total: PAPER.totalOf(dealsOf(column.deals, formats)),
    },
    { label: labels.owner, cell: ({ deal }) => deal.owner ?? BOARD.nobody },
    ...(hasViews ? [{ label: labels.view, cell: ({ deal }: ShownCard) => deal.view_name }] : []),
    ...(projected === null
      ? []
      : [
          {
            label: labels.stage,
            kind: 'word' as const,
            cell: ({ deal }: ShownCard) => stageName(deal.stage),
          },
        ]),
    ...(hasPoa ? [{ ...numberNamed(labels.poa), cell: ({ deal }: ShownCard) => poaOf(deal, formats) }] : []),
    { ...numberNamed(labels.age), cell: (card) => ageCell(card, formats) },
    { ...numberNamed(labels.value), cell: ({ deal }) => valueOf(deal, formats), total: formats.money(value) },
  ];
  if (projected === null) return plain;
  const percent = (probability: number | null) => (probability === null ? '' : BOARD.percent(probability));
  return [
    ...plain,
    { ...numberNamed(labels.probability), cell: ({ probability }) => percent(probability) },
    {
      ...numberNamed(labels.projected),
      cell: (card) => formats.money(card.projected),
      total: formats.money(projected),
    },
  ];
}

const numberNamed = (label: string): PaperColumn => ({ label, kind: 'number' });

const clientCell = ({ deal, isNew }: ShownCard): PaperCell => [
  { text: clientOf(deal) },
  ...(isNew ? [{ text: PAPER.new }] : []),
];

/** Of the three words for an age, the one for young deals says nothing; what is unusual among its neighbours is strong. */
function ageCell({ deal, isUnusual }: ShownCard, formats: Formats): PaperCell {
  const band = ageBand(deal.age);
  const words = band === 'fresh' ? [] : [BOARD.bands[band]];
  return [{ text: [...words, ageOf(deal, formats)].join(' '), isStrong: isUnusual }];
}

const valueOf = ({ value }: ShownCard['deal'], formats: Formats): string =>
  value === null ? BOARD.noValue : formats.money(value);

/** What the column says above its cards on a screen, its amounts in full. */
function asideOf(column: ShownColumn, formats: Formats): string {
  const { deals, value, projected, goal, progress } = column;
  const money =
    projected === null
      ? formats.money(value)
      : `${formats.money(projected)} ${BOARD.projectedOf(formats.money(value))}`;
  const toReach = goal === null ? '' : BOARD.goal(formats.money(goal), formats.share(progress));
  const words = [dealsOf(deals, formats), money, filledByOf(column), toReach];
  return words.filter((each) => each !== '').join(' · ');
}
