import type { ApartDeal, ColumnEntry, Fate, PlacedDeal } from './applied-board.js';
import type { Probability } from './board-columns.js';
import type { BoardDeal } from './board-deal.js';
import { fateOf } from './fate.js';
import type { FoundDeal, FoundDeals, StartingDeal } from './found-deals.js';
import { clientKey } from './match-saved.js';
import type { SavedDeal } from './saved-board.js';

/** What is known of the clients of saved deals that were not found. */
type Others<Deal extends BoardDeal> = Pick<FoundDeals<Deal>, 'unclear' | 'stillUnclear' | 'keys'>;

/** A deal that was not saved, in its place. */
export function entryOfNew<Deal extends BoardDeal>(
  found: StartingDeal<Deal>,
  isNew: boolean,
): PlacedDeal<Deal> {
  const { key, deal, match, start } = found;
  return { is: 'placed', key, deal, match, probability: start.probability, hidden: false, isNew, extra: {} };
}

/** A saved deal: in its place when it is found and belongs on the board, else apart. */
export function entryOfSaved<Deal extends BoardDeal>(
  saved: SavedDeal,
  found: FoundDeal<Deal> | null,
  others: Others<Deal>,
): ColumnEntry<Deal> {
  if (found === null) return notFound(saved, others);
  const { key, deal, match, start } = found;
  if (start === null) return { is: 'apart', key, saved, fate: fateOf(deal), deal, match };
  const probability = probabilityOf(saved, start.probability);
  const { hidden, extra } = saved;
  return { is: 'placed', key, deal, match, probability, hidden, isNew: false, extra };
}

function notFound<Deal extends BoardDeal>(saved: SavedDeal, others: Others<Deal>): ApartDeal<Deal> {
  const key = others.keys.of(apartKey(saved));
  return { is: 'apart', key, saved, fate: fateOfLost(saved, others), deal: null, match: null };
}

/** Names a saved deal that is not in the data. */
export const apartKey = ({ view_id, id }: Pick<SavedDeal, 'view_id' | 'id'>): string =>
  `saved/${view_id ?? ''}/${id}`;

function fateOfLost<Deal extends BoardDeal>(saved: SavedDeal, others: Others<Deal>): Fate {
  const client = clientKey(saved.client);
  if (saved.check?.is === 'refused') return 'refused';
  const clients = saved.check?.is === 'unclear' ? others.stillUnclear : others.unclear;
  return client !== null && clients.has(client) ? 'unclear' : 'gone';
}

/** A probability that was not chosen is that of the stage; a board without probabilities has none. */
const probabilityOf = ({ probability }: SavedDeal, ofStage: Probability | null) =>
  ofStage === null ? null : (probability ?? ofStage);
