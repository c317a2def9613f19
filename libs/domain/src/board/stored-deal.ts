import { storedAmount } from '../normalise/stored.js';
import { storedText } from '../normalise/stored-values.js';
import { isGroup } from '../targets/stored-group.js';
import { type BoardKind, PROBABILITIES, type Probability } from './board-columns.js';
import { readIdentity, readMatchCheck, storedMatchCheck } from './match-check.js';
import type { SavedDeal, UnknownKeys } from './saved-board.js';

/** Keys that an entry of either board may have; `deleted` and `order` are those of an older shape. */
const SHARED = [
  'id',
  'view_id',
  'client',
  'stage',
  'hidden',
  'missing',
  'deleted',
  'order',
  'apart',
  'match_check',
];

const KNOWN_KEYS: Readonly<Record<BoardKind, ReadonlySet<string>>> = {
  projections: new Set([...SHARED, 'pipeline', 'owner', 'probability']),
  pipeline: new Set(SHARED),
};

/**
 * A saved deal from a stored entry, whatever software wrote it: an object, or only an id.
 *
 * @returns null for what names no deal: neither id nor client
 */
export function readSavedDeal(kind: BoardKind, entry: unknown): SavedDeal | null {
  const deal = isGroup(entry) ? savedDeal(kind, entry) : savedDeal(kind, { id: isId(entry) ? entry : null });
  return deal.id === '' && deal.client === null ? null : deal;
}

/** The entry of a saved deal in the names of the storage contract; what was not saved is left out. */
export function storedDealOf(kind: BoardKind, deal: SavedDeal): Record<string, unknown> {
  const { id, view_id, client, stage, pipeline, owner, probability, hidden, missing, apart, check, extra } =
    deal;
  const opinion = kind === 'pipeline' ? {} : { pipeline, probability, owner };
  const match_check = check === null ? null : storedMatchCheck(check);
  const known = {
    id,
    view_id,
    client,
    ...opinion,
    stage,
    hidden,
    missing: missing || null,
    apart: apart || null,
    match_check,
  };
  return { ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null)), ...extra };
}

/** Place of an entry in its column in the older shape; null when it says none. */
export function storedOrder(entry: unknown): number | null {
  return isGroup(entry) ? storedAmount(entry.order) : null;
}

function savedDeal(kind: BoardKind, entry: UnknownKeys): SavedDeal {
  const known = KNOWN_KEYS[kind];
  const { pipeline, owner, probability } = kind === 'pipeline' ? {} : entry;
  return {
    ...readIdentity({ ...entry, pipeline, owner }),
    probability: probabilityOrNone(storedAmount(probability)),
    hidden: isTrue(entry.hidden) || isTrue(entry.deleted),
    missing: isTrue(entry.missing),
    apart: isTrue(entry.apart),
    check: readMatchCheck(entry.match_check),
    extra: Object.fromEntries(Object.entries(entry).filter(([key]) => !known.has(key))),
  };
}

/** A text or an object id; a bare number or truth value names no deal. */
const isId = (entry: unknown) => typeof entry === 'string' || typeof entry === 'object';

const probabilityOrNone = (value: number | null): Probability | null =>
  PROBABILITIES.find((probability) => probability === value) ?? null;

const isTrue = (value: unknown): boolean => ['true', '1'].includes(storedText(value).toLowerCase());
