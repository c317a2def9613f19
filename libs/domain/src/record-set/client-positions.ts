import { perRecordSet } from './per-record-set.js';
import type { RecordSet } from './record-set.js';

/** Where the records of each client stand in a set. */
interface ClientPositions {
  readonly codeOf: ReadonlyMap<string, number>;
  /** By code of the client: where its positions begin in {@link positions}; one more for the end. */
  readonly starts: Uint32Array;
  readonly positions: Uint32Array;
}

/** Made when a client is first asked for, and kept with the set. */
const positionsOfSet = perRecordSet((set): ClientPositions => {
  const { clients, clientOf, size } = set;
  const starts = new Uint32Array(clients.length + 1);
  for (let at = 0; at < size; at++) {
    const next = (clientOf[at] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let code = 0; code < clients.length; code++)
    starts[code + 1] = (starts[code] ?? 0) + (starts[code + 1] ?? 0);
  const ends = starts.slice();
  const positions = new Uint32Array(size);
  for (let at = 0; at < size; at++) {
    const code = clientOf[at] ?? 0;
    const end = ends[code] ?? 0;
    positions[end] = at;
    ends[code] = end + 1;
  }
  return { codeOf: new Map(clients.map((client, code) => [client, code])), starts, positions };
});

/**
 * Positions of the records of a client, ascending.
 *
 * @param client folded
 */
export function positionsOfClient(set: RecordSet, client: string): Uint32Array {
  const { codeOf, starts, positions } = positionsOfSet(set);
  const code = codeOf.get(client);
  return code === undefined ? new Uint32Array(0) : positions.subarray(starts[code], starts[code + 1]);
}

/**
 * Positions of the records of several clients.
 *
 * @param codes of the clients, as in {@link RecordSet.clients}
 */
export function positionsOfClients(set: RecordSet, codes: readonly number[]): Uint32Array {
  const { starts, positions } = positionsOfSet(set);
  return Uint32Array.from(codes.flatMap((code) => [...positions.subarray(starts[code], starts[code + 1])]));
}
