import type { RecordSet } from '../../record-set/record-set.js';
import type { Question } from '../model/question.js';
import type { Picked } from '../model/metric.js';
import { clientNumbersOf } from './client-numbers.js';
import { positionsOf } from './positions.js';

/** How many different clients the picked records of some sets name; a record without client names none. */
export function distinctClients(sets: readonly RecordSet[], picked: Picked, question: Question): number {
  const { count, unnamed, ofClient } = clientNumbersOf(sets);
  const isNamed = new Uint8Array(count);
  let named = 0;
  for (const [at, set] of sets.entries()) {
    const numbers = ofClient[at] ?? new Uint32Array(0);
    for (const position of positionsOf(set, picked, question)) {
      const number = numbers[set.clientOf[position] ?? 0] ?? 0;
      named += 1 - (isNamed[number] ?? 0);
      isNamed[number] = 1;
    }
  }
  return named - (isNamed[unnamed] ?? 0);
}
