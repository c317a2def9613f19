import type { PairedDeal } from '@app/domain';
import type { ExistingDeals } from './existing-deals.js';

/** The dataset that takes the place of the one that exists. */
export interface Successors {
  readonly deals: readonly PairedDeal[];
  /** Place of each in its sheet; null where it is not noted. */
  readonly positions: readonly unknown[] | null;
  /** Positions of existing deals whose documents become others; left out, those that the product would store otherwise. */
  readonly rewrites?: ReadonlySet<number>;
}

/** A record that stands elsewhere than before. */
export interface Move {
  readonly _id: unknown;
  /** Where it stood. */
  readonly position: number;
}

/** Moves in one document: far below the 16 MB it can hold. */
const MOVES_A_PAGE = 10_000;

/**
 * Places of deals that stay, and whose documents do not stay as they are although no field of the deal changes: what
 * they held is gone with the publish.
 *
 * @param seen places whose documents are kept anyway
 */
export function rewrittenPlaces(
  existing: ExistingDeals,
  { deals, rewrites = existing.unlike }: Successors,
  seen: ReadonlySet<number>,
): number[] {
  return deals.flatMap(({ deal, continues }) => {
    if (continues === null || seen.has(continues)) return [];
    return rewrites.has(continues) || existing.deals[continues]?.id !== deal.id ? [continues] : [];
  });
}

/** Where records stood that stand elsewhere now, page by page. */
export function* movesOf(
  { ids, positions: before }: ExistingDeals,
  { deals, positions }: Successors,
  kept: ReadonlySet<number>,
): Generator<Move[]> {
  let page: Move[] = [];
  for (const [at, { continues }] of deals.entries()) {
    if (continues === null || kept.has(continues)) continue;
    const position = before[continues];
    if (typeof position !== 'number' || position === positions?.[at]) continue;
    page.push({ _id: ids.at(continues), position });
    if (page.length < MOVES_A_PAGE) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}
