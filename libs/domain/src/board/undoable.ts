/** A state with those before it and those that were undone. */
export interface Undoable<State> {
  /** Oldest first. */
  readonly past: readonly State[];
  readonly present: State;
  /** What was undone, the last one first. */
  readonly future: readonly State[];
}

/** Steps that can be undone; older ones are forgotten. */
const MOST_STEPS = 200;

/** A state that nothing was changed of yet. */
export const startUndoable = <State>(present: State): Undoable<State> => ({ past: [], present, future: [] });

/** The next state; what was undone before is gone. The same state again is no step. */
export function changedTo<State>(history: Undoable<State>, present: State): Undoable<State> {
  if (present === history.present) return history;
  return { past: [...history.past, history.present].slice(-MOST_STEPS), present, future: [] };
}

/** One step back; without one the same. */
export function undo<State>(history: Undoable<State>): Undoable<State> {
  if (history.past.length === 0) return history;
  const present = history.past.at(-1) as State;
  return { past: history.past.slice(0, -1), present, future: [history.present, ...history.future] };
}

/** One step forward again; without one the same. */
export function redo<State>(history: Undoable<State>): Undoable<State> {
  if (history.future.length === 0) return history;
  const [present, ...future] = history.future as readonly [State, ...State[]];
  return { past: [...history.past, history.present], present, future };
}

/** Every state made anew, such as over newer data; the steps stay. */
export const mapStates = <State, Next>(
  { past, present, future }: Undoable<State>,
  next: (state: State) => Next,
): Undoable<Next> => ({ past: past.map(next), present: next(present), future: future.map(next) });
