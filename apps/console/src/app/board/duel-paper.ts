import type { BoardRecord } from '@app/contracts';
import type { Duel } from '@app/domain/board';
import type { Amounts, Formats } from '../ui/base/formats';
import { MOST_ON_PAPER, saidOfCut } from '../ui/paper/most-on-paper';
import type { Paper, PaperTable } from '../ui/paper/paper';
import { clientOf } from './card-words';
import { amountsOf, causesOf, sidesOf } from './duel-words';
import { DUEL } from './duel.texts';
import { PAPER } from './paper.texts';
import { BOARD } from './texts';

/** Two boards, and what is said of them. */
export interface DuelToPrint {
  readonly names: readonly [left: string, right: string];
  /** What each board comes to, currency. */
  readonly projected: readonly number[];
  readonly duel: Duel<BoardRecord>;
  readonly lines: readonly string[];
  /** Whether its deals are of several views, so that each names its own. */
  readonly hasViews: boolean;
}

/** Two boards against each other on paper: what they come to and why, then each deal in dispute. */
export function duelPaper(print: DuelToPrint, formats: Formats): Paper {
  const { causes } = print.duel;
  const amounts = amountsOf(print.projected, causes, formats);
  return {
    title: PAPER.duel(...print.names),
    lines: print.lines,
    tables: [
      totalsOf(print, causes.difference, amounts),
      ...causeTables(print, amounts, formats),
      dealsOf(print, formats),
    ],
  };
}

const totalsOf = ({ names, projected }: DuelToPrint, difference: number, amounts: Amounts): PaperTable => ({
  heading: PAPER.boards,
  aside: '',
  columns: [{ label: PAPER.board }, { label: PAPER.columns.projected, kind: 'number' }],
  rows: names.map((name, at) => [name, amounts.money(projected[at] ?? 0)]),
  totals: [PAPER.differenceOf, amounts.difference(difference)],
});

function causeTables({ duel: { causes } }: DuelToPrint, amounts: Amounts, formats: Formats): PaperTable[] {
  const rows = causesOf(causes, amounts, formats).map(({ why, deals, money }) => [why, deals, money]);
  if (rows.length === 0) return [];
  const { deals, money } = PAPER.columns;
  const columns = [
    { label: PAPER.why },
    ...[deals, money].map((label) => ({ label, kind: 'number' as const })),
  ];
  return [{ heading: PAPER.causes, aside: '', columns, rows }];
}

function dealsOf({ names, duel, projected, hasViews }: DuelToPrint, formats: Formats): PaperTable {
  const labels = PAPER.columns;
  const money = (amount: number) => formats.money(amount);
  const rows = duel.rows.slice(0, MOST_ON_PAPER.amongOthers);
  const said = saidOfCut(rows.length, duel.rows.length, formats);
  const number = (label: string) => ({ label, kind: 'number' as const });
  return {
    heading: DUEL.counted(formats.count(duel.rows.length)),
    aside:
      duel.rows.length === 0 ? '' : dotted([DUEL.order, DUEL.less(...names), ...(said === '' ? [] : [said])]),
    columns: [
      number(labels.at),
      // In one column: both boards need the room.
      { label: dotted([labels.client, labels.owner, ...(hasViews ? [labels.view] : [])]), kind: 'long' },
      number(labels.value),
      ...names.map((label) => ({ label })),
      number(DUEL.columns.disputed),
      number(DUEL.columns.difference),
    ],
    rows: rows.map(({ deal, disputed, difference, ...sides }, at) => [
      formats.count(at + 1),
      dotted([clientOf(deal), deal.owner ?? BOARD.nobody, ...(hasViews ? [deal.view_name] : [])]),
      deal.value === null ? BOARD.noValue : money(deal.value),
      ...sidesOf(sides, (amount) => formats.moneyShort(amount)),
      money(disputed),
      [{ text: formats.moneyDifference(difference), isStrong: difference !== 0 }],
    ]),
    empty: DUEL.agree(...names, money(projected[0] ?? 0)),
  };
}

const dotted = (words: readonly string[]): string => words.join(' · ');
