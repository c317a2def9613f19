import type { Encoding } from './encodings.js';
import { entityTags } from './entity-tags.js';

/** Every form that an answer may have been sent in. */
const ENCODINGS: readonly Encoding[] = ['identity', 'gzip', 'br'];

/** Each encoding of an answer has a tag of its own. */
export const tagOf = (key: string, encoding: Encoding): string =>
  encoding === 'identity' ? `"${key}"` : `"${key}-${encoding}"`;

/** The tags of an answer in every form that it may have been sent in. */
export const tagsOf = (key: string): string[] => ENCODINGS.map((encoding) => tagOf(key, encoding));

/**
 * The tag under which the client has this very answer; whatever it is encoded in, it is the same answer. Comparison is
 * weak (RFC 9110, 13.1.2).
 */
export function knownTag(header: string | undefined, ours: readonly string[]): string | null {
  if (header === undefined) return null;
  const tags = entityTags(header) ?? [];
  return tags === '*' ? null : (ours.find((own) => tags.some(({ opaque }) => own === `"${opaque}"`)) ?? null);
}

/** `If-None-Match: *`: the client wants nothing when there is anything. */
export const hasAnything = (header: string | undefined): boolean =>
  header !== undefined && entityTags(header) === '*';
