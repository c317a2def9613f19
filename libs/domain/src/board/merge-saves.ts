import { boardKey } from './board-deal.js';
import type { Probability } from './board-columns.js';
import type { SavedBoard, SavedDeal } from './saved-board.js';

/** What a saved board says of one deal. */
export interface SavedOpinion {
  /** Id of its column; null where the board does not have it. */
  readonly column: string | null;
  readonly probability: Probability | null;
  readonly hidden: boolean;
}

/** A deal of which both say something else than before, and not the same. */
export interface SaveDifference {
  /** Names the deal. */
  readonly key: string;
  readonly client: string | null;
  readonly mine: SavedOpinion;
  readonly theirs: SavedOpinion;
}

/** Two saves brought together. */
export interface MergedSaves {
  readonly board: SavedBoard;
  /** Where both changed the same deal: mine holds. */
  readonly conflicts: readonly SaveDifference[];
}

/**
 * Two boards that came from the same one, brought together deal by deal: who changed column, probability or hiding of a
 * deal is followed, me where both did. The order is mine; what only they placed comes after what it follows with them.
 *
 * @param base the board that both began with
 * @see docs/domain.md, section 8
 */
export function mergeSaves(base: SavedBoard, mine: SavedBoard, theirs: SavedBoard): MergedSaves {
  const [was, my, their] = [base, mine, theirs].map(placesOf) as [Places, Places, Places];
  const isOf = (places: Places, key: string) => places.get(key) ?? null;
  const conflicts: SaveDifference[] = [];
  const chosen = new Map<string, Place | null>();
  for (const key of new Set([...my.keys(), ...their.keys()])) {
    const [before, ours, others] = [isOf(was, key), isOf(my, key), isOf(their, key)];
    const [iChanged, theyChanged] = [!isSame(before, ours), !isSame(before, others)];
    chosen.set(key, theyChanged && !iChanged ? others : ours);
    if (iChanged && theyChanged && !isSame(ours, others)) conflicts.push(difference(key, ours, others));
  }
  const columns = mine.columns.map(({ id }) => ({ id, deals: columnOf(id, chosen, mine, theirs) }));
  return { board: { kind: mine.kind, columns, extra: { ...theirs.extra, ...mine.extra } }, conflicts };
}

interface Place {
  readonly column: string;
  readonly deal: SavedDeal;
}

type Places = ReadonlyMap<string, Place>;

/** A deal without id is known by its client. */
const keyOf = ({ id, view_id, client }: SavedDeal): string =>
  boardKey({ view_id: view_id ?? '', id: id || `client ${client ?? ''}` });

const placesOf = ({ columns }: SavedBoard): Places =>
  new Map(
    columns.flatMap(({ id, deals }) =>
      deals.map((deal): [string, Place] => [keyOf(deal), { column: id, deal }]),
    ),
  );

function isSame(one: Place | null, other: Place | null): boolean {
  if (!one || !other) return one === other;
  const { probability, hidden } = one.deal;
  return (
    one.column === other.column && probability === other.deal.probability && hidden === other.deal.hidden
  );
}

/** The deals of a column in my order, those that only they put there behind the deal that they follow with them. */
function columnOf(
  column: string,
  chosen: ReadonlyMap<string, Place | null>,
  mine: SavedBoard,
  theirs: SavedBoard,
): SavedDeal[] {
  const isHere = (key: string) => chosen.get(key)?.column === column;
  const order = keysIn(mine, column).filter(isHere);
  const placed = new Set(order);
  let last = -1;
  for (const key of keysIn(theirs, column).filter(isHere)) {
    if (!placed.has(key)) order.splice(last + 1, 0, key);
    placed.add(key);
    last = order.indexOf(key);
  }
  return order.flatMap((key) => chosen.get(key)?.deal ?? []);
}

const keysIn = ({ columns }: SavedBoard, column: string): string[] => [
  ...new Set(columns.find(({ id }) => id === column)?.deals.map(keyOf) ?? []),
];

function difference(key: string, mine: Place | null, theirs: Place | null): SaveDifference {
  return {
    key,
    client: mine?.deal.client ?? theirs?.deal.client ?? null,
    mine: opinionOf(mine),
    theirs: opinionOf(theirs),
  };
}

const opinionOf = (place: Place | null): SavedOpinion => ({
  column: place?.column ?? null,
  probability: place?.deal.probability ?? null,
  hidden: place?.deal.hidden ?? false,
});
