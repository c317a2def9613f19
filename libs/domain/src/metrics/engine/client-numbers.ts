import type { RecordSet } from '../../record-set/record-set.js';
import { PerSets } from './per-sets.js';

/** One number a client over all of some sets, whichever of them name it. */
export interface ClientNumbers {
  /** Numbers go from 0 to below this. */
  readonly count: number;
  /** The number of records without client; -1 when there are none. */
  readonly nobody: number;
  /** By set, then by client of the set. */
  readonly ofClient: readonly Uint32Array[];
}

const KNOWN = new PerSets((sets) => (sets.length === 1 ? oneSet(sets[0]) : numberClients(sets)));

/** The numbers of the clients of some sets; made once for the same sets. */
export function clientNumbersOf(sets: readonly RecordSet[]): ClientNumbers {
  return KNOWN.of(sets);
}

/**
 * A table of our own, with open addresses: a Map of a million texts takes ten times as long, and all at once. Texts are
 * compared only where their hashes are equal.
 */
function numberClients(sets: readonly RecordSet[]): ClientNumbers {
  const most = sets.reduce((sum, { clients }) => sum + clients.length, 0);
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * most + 2)));
  const last = slots.length - 1;
  const hashes = new Int32Array(most);
  const texts: string[] = [];
  const numberOf = (text: string, hash: number): number => {
    for (let at = hash & last; ; at = (at + 1) & last) {
      const number = (slots[at] ?? 0) - 1;
      if (number >= 0 && (hashes[number] !== hash || texts[number] !== text)) continue;
      if (number >= 0) return number;
      hashes[texts.length] = hash;
      return (slots[at] = texts.push(text)) - 1;
    }
  };
  const ofClient = sets.map(({ clients, clientHashes }) => {
    const numbers = new Uint32Array(clients.length);
    for (let code = 0; code < clients.length; code++)
      numbers[code] = numberOf(clients[code] ?? '', clientHashes[code] ?? 0);
    return numbers;
  });
  return { count: texts.length, nobody: texts.indexOf(''), ofClient };
}

/** The clients of one set have numbers already. */
function oneSet(set: RecordSet | undefined): ClientNumbers {
  const numbers = new Uint32Array(set?.clients.length ?? 0);
  for (let code = 0; code < numbers.length; code++) numbers[code] = code;
  return { count: numbers.length, nobody: set?.clients.indexOf('') ?? -1, ofClient: [numbers] };
}
