import type { AuditAction } from '@app/contracts';
import type { mongo } from 'mongoose';
import type { AuditEntry } from './audit-entry.js';
import { earliestId } from './time-ordered-id.js';

/** Which entries are asked for; what is null or empty leaves all. */
export interface WantedEntries {
  readonly actions: readonly AuditAction[];
  /** From this moment on. */
  readonly from: Date | null;
  /** Before this one. */
  readonly before: Date | null;
  /** Part of an address or name, or the kind of doer, in any case. */
  readonly actor: string | null;
  /** Id of a view. */
  readonly view: string | null;
  /** Part of what it is about, in any case. */
  readonly text: string | null;
}

/** @param olderThan id of the last entry of the page before */
export function filterOf(
  { actions, from, before, actor, view, text }: WantedEntries,
  olderThan: string | null = null,
): mongo.Filter<AuditEntry> {
  const ids = {
    ...(from && { $gte: earliestId(from) }),
    ...(before && { $lt: earliestId(before) }),
    ...(olderThan !== null && (!before || olderThan < earliestId(before)) && { $lt: olderThan }),
  };
  return {
    ...(Object.keys(ids).length > 0 && { _id: ids }),
    ...(actions.length > 0 && { action: { $in: [...actions] } }),
    ...(actor !== null && {
      $or: [{ 'actor.name': containing(actor) }, { 'actor.kind': actor.toLowerCase() }],
    }),
    ...(view !== null && { 'view.id': view }),
    ...(text !== null && { 'subject.name': containing(text) }),
  };
}

/** The text as it is: none of its characters stands for anything else. No database takes a NUL in a pattern. */
const containing = (text: string): RegExp =>
  new RegExp(
    text.replace(/[^\p{L}\p{N}\s_]/gu, (character) => (character === '\0' ? '\\x00' : `\\${character}`)),
    'i',
  );
