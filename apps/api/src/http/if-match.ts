/** A revision that nobody was ever given. */
const NEVER = -1;

/**
 * The revision that a writer looked at, from `If-Match`: `"3"`, `3` or `W/"3"`, the newest of several.
 *
 * @returns null when any will do (`*`, or no header); a negative number when it is no revision of ours
 */
export function expectedRevision(header: string | undefined): number | null {
  const tags = (header ?? '*').split(',').map((tag) => tag.trim());
  if (tags.includes('*')) return null;
  return Math.max(...tags.map(revisionOf));
}

function revisionOf(tag: string): number {
  const [, quoted, bare] = /^(?:W\/)?(?:"(\d{1,15})"|(\d{1,15}))$/.exec(tag) ?? [];
  const revision = quoted ?? bare;
  return revision === undefined ? NEVER : Number(revision);
}

/** The `ETag` of a revision. */
export const revisionTag = (revision: number): string => `"${revision}"`;
