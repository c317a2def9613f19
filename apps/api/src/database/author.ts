import { refusedField } from '../refusals/refusal.js';

/** A revision that nobody was ever given. */
export const NEVER = -1;

/** The revisions that a writer looked at; null when any will do. */
export type Expected = readonly number[] | null;

/** Who writes, the revisions they looked at, and those that must not be there. */
export interface Author {
  readonly by: string;
  readonly expected: Expected;
  readonly unwanted: readonly number[];
}

/**
 * The revision that a change starts from, when the newest is `current`: this one where the writer knows it or any will
 * do, else the newest that they know; NEVER when they know none that there was.
 *
 * @throws Refusal when the newest is one that must not be there
 */
export function startingRevision({ expected, unwanted }: Author, current: number): number {
  if (unwanted.includes(current)) {
    const message = `If-None-Match names the newest revision, ${current}: leave it out.`;
    throw refusedField('If-None-Match', message, 'outdated');
  }
  if (expected === null || expected.includes(current)) return current;
  return Math.max(NEVER, ...expected.filter((revision) => revision < current));
}
