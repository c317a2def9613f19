import { entityTags } from './entity-tags.js';
import { badField, preconditionFailed } from './problem.js';

/** A revision that nobody was ever given. */
export const NEVER = -1;

/** The revisions that a writer looked at; null when any will do. */
export type Expected = readonly number[] | null;

/**
 * The revisions that a writer looked at, from `If-Match`: `"3"`, a list of them, or `*` for any. Comparison is strong
 * (RFC 9110, 13.1.1): a weak tag, like any other that was not given out, is a revision that there never was. A bare
 * number is taken for its tag.
 *
 * @throws ProblemException (400) for a header that is no list of tags
 */
export function expectedRevisions(header: string | undefined): Expected {
  if (header === undefined) return null;
  const bare = /^\s*(\d{1,15})\s*$/.exec(header)?.[1];
  if (bare !== undefined) return [Number(bare)];
  const tags = entityTags(header);
  if (tags === null)
    throw badField(
      'If-Match',
      'If-Match must be "*" or revisions in double quotes, such as "3" or "3", "4".',
    );
  if (tags === '*') return null;
  return tags.map(({ isWeak, opaque }) =>
    !isWeak && /^(?:0|[1-9]\d{0,14})$/.test(opaque) ? Number(opaque) : NEVER,
  );
}

/**
 * `If-None-Match: *` before a change asks that there be nothing yet (RFC 9110, 13.1.2). There always is something: a
 * default, if nothing else.
 *
 * @throws ProblemException (412)
 */
export function refuseIfAnything(header: string | undefined): void {
  if (header === undefined || entityTags(header) !== '*') return;
  const message = 'If-None-Match: * asks that there be nothing yet, but there is: leave it out.';
  throw preconditionFailed(message, { errors: [{ field: 'If-None-Match', message }] });
}

/**
 * The revision that a change starts from, when the newest is `current`: this one where the writer knows it or any will
 * do, else the newest that they know; NEVER when they know none that there was.
 */
export function startingRevision(expected: Expected, current: number): number {
  if (expected === null || expected.includes(current)) return current;
  return Math.max(NEVER, ...expected.filter((revision) => revision < current));
}

/** The `ETag` of a revision. */
export const revisionTag = (revision: number): string => `"${revision}"`;
