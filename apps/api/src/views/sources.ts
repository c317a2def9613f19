import type { StoredView } from './stored-view.js';

/**
 * Views whose records a view shows. A master adds up the views it names; unknown ids, itself and other masters are
 * ignored, and when none is left it adds up all the others. Source: docs/domain.md, section 7.
 */
export function sourcesOf(view: StoredView, all: readonly StoredView[]): StoredView[] {
  if (!view.isMaster) return [view];
  const others = all.filter((other) => !other.isMaster);
  const named = others.filter((other) => view.aggregatesFrom.includes(other.id));
  return named.length > 0 ? named : others;
}

/** Whether one of these ids is that of a view with data. A master that names none such adds up all of them. */
export const namesSource = (ids: readonly string[], all: readonly StoredView[]): boolean =>
  all.some(({ id, isMaster }) => !isMaster && ids.includes(id));
