/** One of `If-Match` or `If-None-Match` (RFC 9110, 8.8.3). */
export interface EntityTag {
  readonly isWeak: boolean;
  /** Without its quotes. */
  readonly opaque: string;
}

/** Optional white space, a tag or nothing, and what separates it from the next. */
const NEXT = /[\t ]*(?:(W\/)?"([\x21\x23-\x7e\x80-\xff]*)"[\t ]*)?(?:,|$)/y;

/**
 * The tags of a header, in their order.
 *
 * @returns `*` for any, null when the header is malformed
 */
export function entityTags(header: string): '*' | EntityTag[] | null {
  if (header.trim() === '*') return '*';
  const tags: EntityTag[] = [];
  for (NEXT.lastIndex = 0; NEXT.lastIndex < header.length;) {
    const found = NEXT.exec(header);
    if (found === null) return null;
    const [, weak, opaque] = found;
    if (opaque !== undefined) tags.push({ isWeak: weak !== undefined, opaque });
  }
  return tags.length > 0 ? tags : null;
}
