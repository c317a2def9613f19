import { isAny } from '../metrics/catalogue/predicates.js';
import type { NameField, RecordSet } from '../record-set/record-set.js';
import { type AskedOfFindings, MOST_DETAILS } from './finding.js';
import { dealsMeant, type RecordFinding } from './record-finding.js';

/*
 * What only a comparison within the whole dataset shows. Filters choose whose records are listed, not what they are
 * compared with: an AE sees that a client of theirs is in another view too.
 */

/** People whose name is written in more than one way. @see docs/domain.md, section 2 */
function spellings(field: Extract<NameField, 'owner' | 'bdr'>, who: string): RecordFinding {
  return {
    code: `${field}_spellings`,
    title: `One ${who}, several spellings`,
    why: 'Counted as one person here; filters of the sheet take them for several.',
    unit: 'people',
    amount: 'value',
    find: (sets, asked) => {
      const written = spellingsByKey(sets.map(({ names }) => names[field].names));
      const doubtful = new Map([...written].filter(([, spelled]) => spelled.size > 1));
      const columns = sets.map(({ names }): KeyColumn => {
        const { keys } = names[field].names;
        const isMeant = Uint8Array.from(keys, (key) => Number(key !== null && doubtful.has(key)));
        return { keys, codes: names[field].codes, isMeant };
      });
      const { positions, keys } = whereMeant(sets, columns, asked);
      const details = keys.slice(0, MOST_DETAILS).map((key) => described(doubtful.get(key) ?? new Map()));
      return { positions, count: keys.length, details };
    },
  };
}

/** Clients that more than one view has deals with: only where several views are added up. */
const severalViews: RecordFinding = {
  code: 'client_in_several_views',
  title: 'Same client in several views',
  why: 'Sums over the views count each of these deals: look whether two of them are the same.',
  unit: 'clients',
  amount: 'value',
  find: (sets, asked) => {
    const shared = sharedClients(sets);
    const columns = sets.map(({ clients, clientOf }, at): KeyColumn => {
      return { keys: clients, codes: clientOf, isMeant: shared[at] ?? new Uint8Array(0) };
    });
    const { positions, keys } = whereMeant(sets, columns, asked);
    return { positions, count: keys.length, details: [] };
  },
};

/** What may be wrong with names. */
export const NAME_FINDINGS: readonly RecordFinding[] = [
  spellings('owner', 'AE'),
  spellings('bdr', 'BDR'),
  severalViews,
];

/** The names of a set in one column. */
interface KeyColumn {
  /** Folded name by code. */
  readonly keys: readonly (string | null)[];
  /** Code by position. */
  readonly codes: ArrayLike<number>;
  /** By code: 1 for the names that a finding is about. */
  readonly isMeant: Uint8Array;
}

/** Positions of the records with such names that the filters keep, and these names. */
function whereMeant(sets: readonly RecordSet[], columns: readonly KeyColumn[], asked: AskedOfFindings) {
  const named = new Set<string>();
  const positions = sets.map((set, at) => {
    const { keys, codes, isMeant } = columns[at] ?? NO_COLUMN;
    if (!isMeant.includes(1)) return new Uint32Array(0);
    const holds = () => (position: number) => isMeant[codes[position] ?? 0] === 1;
    const found = dealsMeant(set, { where: isAny, holds }, asked);
    for (const position of found) named.add(keys[codes[position] ?? 0] ?? '');
    return found;
  });
  return { positions, keys: [...named] };
}

const NO_COLUMN: KeyColumn = { keys: [], codes: [], isMeant: new Uint8Array(0) };

function spellingsByKey(
  datasets: readonly RecordSet['names']['owner']['names'][],
): Map<string, Map<string, number>> {
  const byKey = new Map<string, Map<string, number>>();
  for (const { keys, spellings: spelled } of datasets) {
    keys.forEach((key, code) => {
      if (key === null) return;
      const known = byKey.get(key) ?? new Map<string, number>();
      byKey.set(key, known);
      for (const [text, count] of spelled[code] ?? []) known.set(text, (known.get(text) ?? 0) + count);
    });
  }
  return byKey;
}

/** Such as `Rémi (40), REMI (2)`, most frequent first. */
function described(spelled: ReadonlyMap<string, number>): string {
  const frequent = [...spelled].sort(([, one], [, other]) => other - one);
  return frequent.map(([text, count]) => `${text} (${count})`).join(', ');
}

const SHARED = new WeakMap<readonly RecordSet[], readonly Uint8Array[]>();

/** By set, then by client: 1 for those that another of the sets has too. Found once for the same list of sets. */
function sharedClients(sets: readonly RecordSet[]): readonly Uint8Array[] {
  const known = SHARED.get(sets) ?? findShared(sets);
  SHARED.set(sets, known);
  return known;
}

function findShared(sets: readonly RecordSet[]): Uint8Array[] {
  if (sets.length < 2) return sets.map(({ clients }) => new Uint8Array(clients.length));
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { clients } of sets)
    for (const client of clients) (seen.has(client) ? shared : seen).add(client);
  shared.delete('');
  return sets.map(({ clients }) => Uint8Array.from(clients, (client) => Number(shared.has(client))));
}
