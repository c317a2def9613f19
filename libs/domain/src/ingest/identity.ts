import type { Deal, DealRow } from '../deal/deal.js';
import { fold, isLink } from '../normalise/index.js';

/** What an existing deal is recognised by. */
export type Identity = Pick<Deal, 'id' | 'client' | 'stage' | 'hubspot_link'>;

/** What an incoming row is recognised by. */
export type Identifiable = Pick<DealRow, 'client' | 'stage' | 'hubspot_link'>;

/**
 * Which deal each row is, so that it keeps its id: by link (text that is none, and one used twice, identifies no deal), then by client and
 * stage (alike deals in their order), then by client alone where that is unique on both sides among what is still
 * unmatched. A deal is taken once.
 *
 * @param existing deals of the view, normalised, in their order
 * @param incoming rows of the sheet, normalised, in their order
 * @returns the id of the deal each row is, in the order of `incoming`; null for a new one
 * @see docs/domain.md, sections 8 and 9
 */
export function matchIdentities(
  existing: readonly Identity[],
  incoming: readonly Identifiable[],
): (string | null)[] {
  const matching = new Matching(existing, incoming);
  matching.match(linkOf, 'unique');
  matching.match(clientAndStage, 'in_order');
  matching.match(({ client }) => fold(client), 'unique');
  return matching.ids;
}

type KeyOf = (deal: Identifiable) => string | null;

/** Deals and rows that were matched so far. */
class Matching {
  readonly ids: (string | null)[];
  readonly #taken: boolean[];

  constructor(
    private readonly existing: readonly Identity[],
    private readonly incoming: readonly Identifiable[],
  ) {
    this.ids = incoming.map(() => null);
    this.#taken = existing.map(() => false);
  }

  match(keyOf: KeyOf, rule: 'unique' | 'in_order'): void {
    const deals = positionsByKey(this.existing, keyOf, (at) => this.#taken[at] === false);
    const rows = positionsByKey(this.incoming, keyOf, (at) => this.ids[at] === null);
    for (const [key, places] of rows) {
      const found = deals.get(key) ?? [];
      if (rule === 'unique' && (found.length !== 1 || places.length !== 1)) continue;
      for (const [nth, place] of places.entries()) this.#join(place, found[nth]);
    }
  }

  #join(row: number, deal: number | undefined): void {
    if (deal === undefined) return;
    this.ids[row] = this.existing[deal]?.id ?? null;
    this.#taken[deal] = true;
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

const linkOf: KeyOf = ({ hubspot_link }) => (isLink(hubspot_link) ? fold(hubspot_link) : null);
const clientAndStage: KeyOf = ({ client, stage }) => `${fold(client)}\n${fold(stage)}`;
