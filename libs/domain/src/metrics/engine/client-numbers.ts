import { HashTable, NONE } from '../../data-structures/hash-table.js';
import { perRecordSets } from '../../record-set/per-record-set.js';
import type { RecordSet } from '../../record-set/record-set.js';

/** A number for each client of some sets, the same in all of them. */
export interface ClientNumbers {
  /** Numbers go from 0 to below this. */
  readonly count: number;
  /** The number of records without client; -1 when there are none. */
  readonly unnamed: number;
  /** By set, then by client of the set. */
  readonly ofClient: readonly Uint32Array[];
}

/** The numbers of the clients of some sets; made once for the same sets. */
export const clientNumbersOf = perRecordSets((sets): ClientNumbers =>
  sets.length === 1 ? oneSet(sets[0]) : numberClients(sets),
);

/** Not by a Map, which takes several times as long for a million texts. */
function numberClients(sets: readonly RecordSet[]): ClientNumbers {
  const texts: string[] = [];
  const crowded = new Map<string, number>();
  const most = sets.reduce((sum, { clients }) => sum + clients.length, 0);
  const table = new HashTable((number) => crowded.set(texts[number] ?? '', number), most);
  const numberOf = (text: string, hash: number): number => {
    for (let number = table.first(hash); number !== NONE; number = table.next())
      if (texts[number] === text) return number;
    const known = table.isCrowded ? crowded.get(text) : undefined;
    if (known !== undefined) return known;
    texts.push(text);
    return table.add();
  };
  const ofClient = sets.map(({ clients, clientHashes }) => {
    const numbers = new Uint32Array(clients.length);
    for (let code = 0; code < clients.length; code++)
      numbers[code] = numberOf(clients[code] ?? '', clientHashes[code] ?? 0);
    return numbers;
  });
  return { count: texts.length, unnamed: texts.indexOf(''), ofClient };
}

/** The clients of one set have numbers already. */
function oneSet(set: RecordSet | undefined): ClientNumbers {
  const numbers = new Uint32Array(set?.clients.length ?? 0);
  for (let code = 0; code < numbers.length; code++) numbers[code] = code;
  return { count: numbers.length, unnamed: set?.clients.indexOf('') ?? -1, ofClient: [numbers] };
}
