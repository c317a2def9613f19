import { type DuelCauses, type DuelRow, type DuelSide, columnsOfBoard } from '@app/domain/board';
import type { Amounts, Formats } from '../ui/base/formats';
import type { PaperPart } from '../ui/paper/paper';
import { DUEL } from './duel.texts';
import { BOARD } from './texts';

const LABELS = new Map(columnsOfBoard('projections').map(({ id, label }) => [id, label]));

/** What each board says of a deal: column, probability, what it brings. What the other one says otherwise is strong. */
export const sidesOf = (
  { left, right }: Pick<DuelRow, 'left' | 'right'>,
  money: (amount: number) => string,
): readonly [readonly PaperPart[], readonly PaperPart[]] => [
  sayingOf(left, right, money),
  sayingOf(right, left, money),
];

function sayingOf(side: DuelSide, other: DuelSide, money: (amount: number) => string): PaperPart[] {
  if (side.hidden) return [{ text: DUEL.hidden, isStrong: !other.hidden }];
  const isStrong = (key: 'column' | 'probability') => !other.hidden && side[key] !== other[key];
  const percent = side.probability === null ? '' : BOARD.percent(side.probability);
  return [
    { text: LABELS.get(side.column) ?? side.column, isStrong: isStrong('column') },
    { text: '·' },
    { text: percent, isStrong: isStrong('probability') },
    { text: BOARD.projected(money(side.projected)) },
  ];
}

/** How the totals of two boards are written, and what they differ by. */
export const amountsOf = (
  projected: readonly number[],
  { difference, probability, hidden }: DuelCauses,
  formats: Formats,
): Amounts => formats.together([...projected, difference, probability.difference, hidden.difference]);

/** Why two boards come to different totals: each cause there is, its deals and its money. */
export function causesOf({ column, probability, hidden }: DuelCauses, amounts: Amounts, formats: Formats) {
  const causes = [
    { ...column, why: DUEL.causes.column, money: DUEL.causes.later(amounts.money(column.projected)) },
    { ...probability, why: DUEL.causes.probability, money: amounts.difference(probability.difference) },
    { ...hidden, why: DUEL.causes.hidden, money: amounts.difference(hidden.difference) },
  ];
  return causes
    .filter(({ deals }) => deals > 0)
    .map(({ why, deals, money }) => ({ why, deals: formats.count(deals), money }));
}
