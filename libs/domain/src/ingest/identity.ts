import type { DealRow } from '../deal/deal.js';
import { fold, isLink } from '../normalise/index.js';

/** What a deal, and an incoming row, is recognised by. */
export type Identifiable = Pick<DealRow, 'client' | 'stage' | 'hubspot_link'>;

/** What made a row a deal that is there, the surest first. */
const MATCH_KINDS = ['link', 'client_stage', 'client'] as const;

/** What made a row a deal that is there. */
export type MatchKind = (typeof MATCH_KINDS)[number];

/** The deal that a row is. */
export interface DealMatch {
  /** Its position among the existing deals. */
  readonly place: number;
  /** What the row was recognised by. */
  readonly by: MatchKind;
  /** How many deals, or rows if they are more, were alike by that. */
  readonly alike: number;
}

/**
 * Which deal each row is, so that it keeps its id: by link (text that is none, and one used twice, identifies no deal), then by client and
 * stage (alike deals in their order), then by client alone where that is unique on both sides among what is still
 * unmatched. A deal is taken once.
 *
 * @param existing deals of the view, normalised, in their order
 * @param incoming rows of the sheet, normalised, in their order
 * @param kinds what rows may be recognised by; everything unless said
 * @returns the deal each row is, in the order of `incoming`; null for a new one
 * @see docs/domain.md, sections 8 and 9
 */
export function matchDeals(
  existing: readonly Identifiable[],
  incoming: readonly Identifiable[],
  kinds: readonly MatchKind[] = MATCH_KINDS,
): (DealMatch | null)[] {
  const matching = new Matching(existing, incoming);
  for (const kind of kinds) matching.match(kind);
  return matching.matches;
}

type KeyOf = (deal: Identifiable) => string | null;

const KEYS: Readonly<Record<MatchKind, KeyOf>> = {
  link: ({ hubspot_link }) => (isLink(hubspot_link) ? fold(hubspot_link) : null),
  client_stage: ({ client, stage }) => `${fold(client)}\n${fold(stage)}`,
  client: ({ client }) => fold(client),
};

/** Deals and rows that were matched so far. */
class Matching {
  readonly matches: (DealMatch | null)[];
  readonly #taken: boolean[];

  constructor(
    private readonly existing: readonly Identifiable[],
    private readonly incoming: readonly Identifiable[],
  ) {
    this.matches = incoming.map(() => null);
    this.#taken = existing.map(() => false);
  }

  match(by: MatchKind): void {
    const deals = positionsByKey(this.existing, KEYS[by], (at) => this.#taken[at] === false);
    // As at a first import: a key for each of its rows is of no use.
    if (deals.size === 0) return;
    const rows = positionsByKey(this.incoming, KEYS[by], (at) => this.matches[at] === null);
    for (const [key, places] of rows) {
      const found = deals.get(key) ?? [];
      const alike = Math.max(found.length, places.length);
      if (by !== 'client_stage' && alike > 1) continue;
      for (const [nth, row] of places.entries()) this.#join(row, found[nth], { by, alike });
    }
  }

  #join(row: number, place: number | undefined, how: Omit<DealMatch, 'place'>): void {
    if (place === undefined) return;
    this.matches[row] = { place, ...how };
    this.#taken[place] = true;
  }
}

function positionsByKey(deals: readonly Identifiable[], keyOf: KeyOf, isLeft: (at: number) => boolean) {
  const positions = new Map<string, number[]>();
  for (const [at, deal] of deals.entries()) {
    const key = isLeft(at) ? keyOf(deal) : null;
    if (key === null) continue;
    const others = positions.get(key);
    if (others) others.push(at);
    else positions.set(key, [at]);
  }
  return positions;
}
