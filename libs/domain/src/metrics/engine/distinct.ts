import type { RecordSet } from '../../record-set/record-set.js';
import type { Asked } from '../asked.js';
import type { Picked } from '../catalogue/metric.js';
import { positionsOf } from './positions.js';

/** How many different clients the picked records of some sets name; a record without client names none. */
export function distinctClients(sets: readonly RecordSet[], picked: Picked, asked: Asked): number {
  const clients = new Set<string>();
  for (const set of sets) {
    for (const position of positionsOf(set, picked, asked))
      clients.add(set.clients[set.clientOf[position] ?? 0] ?? '');
  }
  clients.delete('');
  return clients.size;
}
