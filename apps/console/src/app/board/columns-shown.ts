import type { BoardRecord } from '@app/contracts';
import { type Board, type BoardTotals, placedDeals, projectedValue, shownCards } from '@app/domain/board';
import type { ShownCard, ShownColumn } from './shown-board';
import { unusualAges } from './unusual-age';

/** A board, and what is shown of it. */
export interface BoardToShow {
  readonly board: Board<BoardRecord>;
  readonly totals: BoardTotals;
  /** The board as it is saved: it knows which deals came since. */
  readonly base: Board<BoardRecord>;
  readonly isShown: (deal: BoardRecord) => boolean;
}

/**
 * The columns as they are drawn.
 *
 * @param before what was drawn before: cards that are the same stay the same, and are not drawn again
 */
export function columnsShown(
  { board, totals, base, isShown }: BoardToShow,
  before: readonly ShownColumn[],
): readonly ShownColumn[] {
  const drawn = new Map(before.flatMap(({ cards }) => cards.map((card) => [card.key, card])));
  const isNew = isMostlyNew(base) ? new Set<string>() : newKeys(base);
  return totals.columns.map(({ stages, ...column }) => {
    const placed = shownCards(board, column.id, isShown);
    const unusual = unusualAges(placed);
    const cards = placed.map(({ key, deal, probability }): ShownCard => {
      const card = {
        key,
        deal,
        probability,
        projected: probability === null ? null : projectedValue(deal.value, probability),
        isNew: isNew.has(key),
        isUnusual: unusual.has(key),
      };
      return sameOr(drawn.get(key), card);
    });
    return { ...column, stages, cards };
  });
}

/** How many of the shown deals came since the board was saved, where most did and cards do not say it; else 0. */
export function mostNewCards({ board, totals, base, isShown }: BoardToShow): number {
  if (!isMostlyNew(base)) return 0;
  const isNew = newKeys(base);
  const shown = totals.columns.flatMap(({ id }) => shownCards(board, id, isShown));
  return shown.filter(({ key }) => isNew.has(key)).length;
}

/** A mark on most cards marks nothing. */
const isMostlyNew = (base: Board<BoardRecord>): boolean => newKeys(base).size > placedDeals(base).length / 2;

const newKeys = (base: Board<BoardRecord>): ReadonlySet<string> =>
  new Set(placedDeals(base).flatMap((card) => (card.isNew ? [card.key] : [])));

function sameOr(drawn: ShownCard | undefined, card: ShownCard): ShownCard {
  if (!drawn) return card;
  const isSame = (Object.keys(card) as (keyof ShownCard)[]).every((name) => drawn[name] === card[name]);
  return isSame ? drawn : card;
}
