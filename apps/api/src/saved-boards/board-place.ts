import type { BoardKind } from '@app/domain';

/** Collections of the contract that hold boards. */
type BoardCollection = 'user_projections_preferences' | 'user_pipeline_preferences' | 'asher_pov';

/** A saved board: where it is stored, and whose it is. */
export interface BoardPlace {
  readonly collection: BoardCollection;
  readonly viewId: string;
  /** null: a board of the view, not of a person. */
  readonly userId: string | null;
}

/** Somebody's own board in a view. */
export const ownBoard = (board: BoardKind, viewId: string, userId: string): BoardPlace => ({
  collection: board === 'projections' ? 'user_projections_preferences' : 'user_pipeline_preferences',
  viewId,
  userId,
});

/** The point of view in a view. */
export const povBoard = (viewId: string): BoardPlace => ({ collection: 'asher_pov', viewId, userId: null });

/** Which of the two boards a place holds. */
export const kindOf = ({ collection }: Pick<BoardPlace, 'collection'>): BoardKind =>
  collection === 'user_pipeline_preferences' ? 'pipeline' : 'projections';

/** A place as text: what its versions are known by. */
export const nameOf = ({ collection, viewId, userId }: BoardPlace): string =>
  JSON.stringify([collection, viewId, ...(userId === null ? [] : [userId])]);

/** The place that such a text names. */
export function placeNamed(name: string): BoardPlace {
  const [collection, viewId, userId = null] = JSON.parse(name) as [BoardCollection, string, string?];
  return { collection, viewId, userId };
}
