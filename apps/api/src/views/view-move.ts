import { dateOf } from '../database/newest-document.js';

/**
 * A move of a view that is under way, as its document holds it until the last step is done: what a crash leaves is
 * carried on from here by any process.
 */
export interface ViewMove {
  readonly id: string;
  readonly kind: 'rename' | 'archive' | 'restore';
  /** Name that people's access has of the view once it is done. */
  readonly name: string;
  /** Names that their access has of it before. */
  readonly formerly: readonly string[];
  /** Collection of its records before, and after; null for a master. */
  readonly from: string | null;
  readonly to: string | null;
  /** UUID of that collection, hex: whichever name has it is where the records are. Null where there was none. */
  readonly uuid: string | null;
  readonly by: string;
  readonly at: Date;
  /** True once the view is where it goes, and only names in people's access are left to be tidied. */
  readonly is_made: boolean;
}

/** Where the records of a view are while its collection is being renamed. */
export type Whereabouts = Pick<ViewMove, 'from' | 'to' | 'uuid'>;

/** What a document says of a move; null where it says none that can be understood. */
export function toMove(stored: unknown): ViewMove | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { id, kind, name, formerly, from, to, uuid, by, at, is_made } = stored as Record<string, unknown>;
  if (typeof id !== 'string' || typeof name !== 'string') return null;
  if (kind !== 'rename' && kind !== 'archive' && kind !== 'restore') return null;
  return {
    id,
    kind,
    name,
    formerly: Array.isArray(formerly) ? formerly.filter((each) => typeof each === 'string') : [],
    from: textOrNull(from),
    to: textOrNull(to),
    uuid: textOrNull(uuid),
    by: typeof by === 'string' ? by : '',
    at: dateOf(at) ?? new Date(0),
    is_made: is_made === true,
  };
}

/** Where the records are looked for while a document is like this; null where that is plain. */
export function whereaboutsOf(stored: unknown): Whereabouts | null {
  const move = toMove(stored);
  return move === null || move.is_made || move.from === move.to ? null : move;
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
