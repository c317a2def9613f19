import type { ApartDeal, ColumnEntry, PlacedDeal } from './applied-board.js';
import type { Probability } from './board-columns.js';
import type { BoardDeal } from './board-deal.js';
import { fateOf } from './fate.js';
import type { FoundDeal, FoundDeals, StartingDeal } from './found-deals.js';
import { clientKey } from './match-saved.js';
import type { SavedDeal } from './saved-board.js';

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
  others: Pick<FoundDeals<Deal>, 'unclear' | 'keys'>,
): ColumnEntry<Deal> {
  if (found === null) return notFound(saved, others);
  const { key, deal, match, start } = found;
  if (start === null) return { is: 'apart', key, saved, fate: fateOf(deal), deal, match };
  const probability = probabilityOf(saved, start.probability);
  const { hidden, extra } = saved;
  return { is: 'placed', key, deal, match, probability, hidden, isNew: false, extra };
}

function notFound<Deal extends BoardDeal>(
  saved: SavedDeal,
  { unclear, keys }: Pick<FoundDeals<Deal>, 'unclear' | 'keys'>,
): ApartDeal<Deal> {
  const client = clientKey(saved.client);
  const fate = client !== null && unclear.has(client) ? 'unclear' : 'gone';
  const key = keys.of(`saved/${saved.view_id ?? ''}/${saved.id}`);
  return { is: 'apart', key, saved, fate, deal: null, match: null };
}

/** A probability that was not chosen is that of the stage; a board without probabilities has none. */
const probabilityOf = ({ probability }: SavedDeal, ofStage: Probability | null) =>
  ofStage === null ? null : (probability ?? ofStage);
