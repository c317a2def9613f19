import type { ShownColumn } from './shown-board';

export type Direction = 'up' | 'down' | 'left' | 'right';

/** Where a card goes: before another card, or to the end of a column. */
export interface Place {
  readonly column: string;
  readonly before: string | null;
}

type Columns = readonly Pick<ShownColumn, 'id' | 'cards'>[];

/** The direction of an arrow key; undefined for other keys. */
export const directionOf = (key: string): Direction | undefined => ARROWS[key];

/** The card beside another one, in the same column or at the same height of the next column that has cards. */
export function neighbourOf(columns: Columns, key: string, direction: Direction): string | null {
  const at = positionOf(columns, key);
  if (!at) return null;
  if (direction === 'up' || direction === 'down')
    return columns[at.column]?.cards[at.row + (direction === 'up' ? -1 : 1)]?.key ?? null;
  const step = direction === 'left' ? -1 : 1;
  for (let column = at.column + step; columns[column]; column += step) {
    const { cards } = columns[column] ?? { cards: [] };
    const card = cards[Math.min(at.row, cards.length - 1)];
    if (card) return card.key;
  }
  return null;
}

/** Where a lifted card goes with an arrow key; null where the board ends. */
export function stepOf(columns: Columns, key: string, direction: Direction): Place | null {
  const at = positionOf(columns, key);
  if (!at) return null;
  if (direction === 'left' || direction === 'right') {
    const next = columns[at.column + (direction === 'left' ? -1 : 1)];
    return next ? { column: next.id, before: next.cards[at.row]?.key ?? null } : null;
  }
  const { id = '', cards = [] } = columns[at.column] ?? {};
  if (direction === 'up') {
    const above = cards[at.row - 1];
    return above ? { column: id, before: above.key } : null;
  }
  return at.row + 1 < cards.length ? { column: id, before: cards[at.row + 2]?.key ?? null } : null;
}

/** Where a card was dropped: at an index of a column's cards as they are without it. */
export function placeAt(columns: Columns, key: string, column: string, index: number): Place {
  const others = columns.find(({ id }) => id === column)?.cards.filter((card) => card.key !== key) ?? [];
  return { column, before: others[index]?.key ?? null };
}

/** Column and row of a card; null when no column has it. */
export function positionOf(columns: Columns, key: string): { column: number; row: number } | null {
  for (const [column, { cards }] of columns.entries()) {
    const row = cards.findIndex((card) => card.key === key);
    if (row >= 0) return { column, row };
  }
  return null;
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};
