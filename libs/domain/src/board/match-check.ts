import { storedAmount } from '../normalise/stored.js';
import { storedText } from '../normalise/stored-values.js';
import { nameOrNone, optionalText } from '../normalise/text.js';
import { STAGES } from '../normalise/vocabularies.js';
import { isGroup } from '../targets/stored-group.js';
import { MATCH_REASONS, type MatchReason } from './match-reason.js';

/** What a saved deal was when somebody placed it: what it is recognised by, and what people know it by. */
export interface SavedIdentity {
  /** `""` for a deal that was saved without one. */
  readonly id: string;
  /** View of the deal on a board over several views; else null. */
  readonly view_id: string | null;
  /** Null when it was not saved. */
  readonly client: string | null;
  /** Canonical; null when it was not saved. */
  readonly stage: string | null;
  /** Deal value when it was saved, currency; null when it was not saved. */
  readonly pipeline: number | null;
  /** Account executive when it was saved; null for none. */
  readonly owner: string | null;
}

/**
 * What nobody has settled yet, or somebody decided, about a saved deal that was recognised by less than its id. `open`:
 * it may be another deal than the one that was placed. `unclear`: its client has deals, but not which one it is.
 * `confirmed`: it is the same deal. `refused`: it is another one, so that only its id may bring it back.
 *
 * @see docs/domain.md, section 8
 */
export type MatchCheck =
  | { readonly is: 'open'; readonly by: MatchReason; readonly alike: number; readonly was: SavedIdentity }
  | { readonly is: 'unclear' | 'confirmed' | 'refused' };

/** What a saved deal says of who it is. */
export const identityOf = ({
  id,
  view_id,
  client,
  stage,
  pipeline,
  owner,
}: SavedIdentity): SavedIdentity => ({
  id,
  view_id,
  client,
  stage,
  pipeline,
  owner,
});

/** Who a saved deal is, from a stored entry of any shape. */
export const readIdentity = (entry: Readonly<Record<string, unknown>>): SavedIdentity => ({
  id: storedText(entry.id),
  view_id: storedText(entry.view_id) || null,
  client: optionalText(storedText(entry.client)),
  stage: STAGES.canonical(storedText(entry.stage)) || null,
  pipeline: storedAmount(entry.pipeline),
  owner: nameOrNone(storedText(entry.owner)),
});

/** @returns null for what is no check */
export function readMatchCheck(stored: unknown): MatchCheck | null {
  if (!isGroup(stored)) return null;
  const is = DECIDED.find((each) => each === stored.is);
  if (is !== undefined) return { is };
  const by = MATCH_REASONS.find((each) => each === stored.by);
  if (stored.is !== 'open' || by === undefined || !isGroup(stored.was)) return null;
  return {
    is: 'open',
    by,
    alike: Math.max(1, storedAmount(stored.alike) ?? 1),
    was: readIdentity(stored.was),
  };
}

/** A check as it is stored; what was not known is left out. */
export function storedMatchCheck(check: MatchCheck): Record<string, unknown> {
  if (check.is !== 'open') return { is: check.is };
  const known = Object.entries(check.was).filter(([, value]) => value !== null);
  return { is: check.is, by: check.by, alike: check.alike, was: Object.fromEntries(known) };
}

const DECIDED = ['unclear', 'confirmed', 'refused'] as const;
