import { fold } from '../normalise/fold.js';
import { toCents } from '../normalise/money.js';
import type { BoardDeal } from './board-deal.js';

/** A deal and the value that it is ordered by, whole cents; -Infinity for none, which comes after every value. */
export interface Sized {
  readonly size: number;
}

/**
 * The order of a column that nobody sorted: by value descending, then by client. Deals that are equal stay in the order
 * of the data.
 *
 * @param clientOf the folded client of a deal
 * @see docs/domain.md, section 8
 */
export function bySizeThenClient<Deal extends Sized>(
  clientOf: (deal: Deal) => string,
): (left: Deal, right: Deal) => number {
  return (left, right) => {
    if (left.size !== right.size) return left.size > right.size ? -1 : 1;
    return compareTexts(clientOf(left), clientOf(right));
  };
}

const compareTexts = (left: string, right: string) => (left < right ? -1 : Number(left > right));

/** Deals in the order of a column that nobody sorted. */
export function inDefaultOrder<Found extends { readonly deal: BoardDeal }>(found: readonly Found[]): Found[] {
  const sized = found.map((each) => {
    const { value, client } = each.deal;
    return { each, size: value === null ? -Infinity : (toCents(value) ?? -Infinity), client: fold(client) };
  });
  return sized.sort(bySizeThenClient(({ client }) => client)).map(({ each }) => each);
}
