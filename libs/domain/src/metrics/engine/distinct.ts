import type { RecordSet } from '../../record-set/record-set.js';
import type { Asked } from '../asked.js';
import type { Picked } from '../catalogue/metric.js';
import { positionsOf } from './positions.js';

/** How many different clients the picked records of some sets name; a record without client names none. */
export function distinctClients(sets: readonly RecordSet[], picked: Picked, asked: Asked): number {
  const [first, ...others] = sets.map((set) => ({ set, codes: clientCodes(set, picked, asked) }));
  if (first === undefined) return 0;
  if (others.length === 0) return first.codes.length;
  const namesOf = ({ set, codes }: typeof first) => codes.map((code) => set.clients[code]);
  return new Set([first, ...others].flatMap(namesOf)).size;
}

function clientCodes(set: RecordSet, picked: Picked, asked: Asked): number[] {
  const isNamed = new Uint8Array(set.clients.length);
  for (const position of positionsOf(set, picked, asked)) isNamed[set.clientOf[position] ?? 0] = 1;
  const codes: number[] = [];
  for (let code = 0; code < isNamed.length; code++) {
    if (isNamed[code] === 1 && set.clients[code] !== '') codes.push(code);
  }
  return codes;
}
