import { refusedField } from '../refusals/refusal.js';
import type { StoredView } from './stored-view.js';

/**
 * Access lists hold names of views.
 *
 * @param kept names that may stay whatever became of their views
 * @throws Refusal for a name that no view has
 */
export function checkNames(
  names: readonly string[],
  views: readonly StoredView[],
  kept: readonly string[] = [],
): void {
  const known = new Set([...kept, ...views.map(({ name }) => name)]);
  const unknown = names.find((name) => !known.has(name));
  if (unknown !== undefined)
    throw refusedField('view_access', `There is no view ${JSON.stringify(unknown)}.`);
}
