const PLAIN_NUMBER = /^\d+(?:\.\d+)?$/;

/**
 * The target that a stored value spells.
 *
 * @returns a finite number of at least 0; null for anything else, such as `-1`, `true`, `""`, `n/a` or `1e5`
 * @see docs/domain.md, section 6
 */
export function targetValue(stored: unknown): number | null {
  const value = typeof stored === 'string' ? plainNumber(stored.trim()) : stored;
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? Math.abs(value) : null;
}

/** The target under a path of stored keys, such as `intro_poa.poa`; null when a part of the path is missing. */
export function targetAt(stored: unknown, path: string): number | null {
  return targetValue(path.split('.').reduce(child, stored));
}

/** What is stored under a key of a group; undefined where there is no group. */
export function child(group: unknown, key: string): unknown {
  const isGroup = typeof group === 'object' && group !== null && Object.hasOwn(group, key);
  return isGroup ? (group as Record<string, unknown>)[key] : undefined;
}

const plainNumber = (text: string) => (PLAIN_NUMBER.test(text) ? Number(text) : null);
