import { hash } from 'node:crypto';
import { type Expected, NEVER } from '../database/author.js';
import { entityTags } from './entity-tags.js';
import { badField, preconditionFailed, type ProblemException } from './problem.js';

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
  return tags.map(({ isWeak, opaque }) => (isWeak ? NEVER : revisionIn(opaque)));
}

const revisionIn = (opaque: string): number => {
  const digits = /^(0|[1-9]\d{0,14})(?:-[\da-f]{16})?$/.exec(opaque)?.[1];
  return digits === undefined ? NEVER : Number(digits);
};

/**
 * For what has no revision: no tag was ever given out for it, so that only `*` holds.
 *
 * @throws ProblemException (412)
 */
export function refuseRevisions(header: string | undefined): void {
  if (expectedRevisions(header) === null) return;
  throw failed('If-Match', 'If-Match names a revision, but what is changed here has none: leave it out.');
}

/**
 * The revisions that must not be the newest, from `If-None-Match` before a change. `*` asks that there be nothing yet
 * (RFC 9110, 13.1.2), and there always is something: a default, if nothing else. Comparison is weak.
 *
 * @throws ProblemException (412) for `*`
 */
export function unwantedRevisions(header: string | undefined): readonly number[] {
  const tags = entityTags(header ?? '') ?? [];
  if (tags === '*')
    throw failed(
      'If-None-Match',
      'If-None-Match: * asks that there be nothing yet, but there is: leave it out.',
    );
  return tags.map(({ opaque }) => revisionIn(opaque));
}

const failed = (field: string, message: string): ProblemException =>
  preconditionFailed(message, { errors: [{ field, message }] });

/**
 * The `ETag` of a revision.
 *
 * @param beside what else the answer shows that may change while the revision stays: part of the tag, so that a reader
 * learns of it; a writer's revision is the same with and without
 */
export const revisionTag = (revision: number, beside: object | null = null): string =>
  beside === null ? `"${revision}"` : `"${revision}-${digestOf(beside)}"`;

/** The same tag for an answer of which something is left out for who asks: a tag stands for one sequence of bytes. */
export const toldTag = (tag: string, told: unknown): string =>
  tag.replace(/^"(\d+)(?:-[\da-f]{16})?"$/, (_, revision: string) => revisionTag(Number(revision), { told }));

const digestOf = (beside: object): string => hash('sha256', JSON.stringify(beside)).slice(0, 16);
