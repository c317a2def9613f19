import { isAny } from '../metrics/catalogue/predicates.js';
import type { NameField, RecordSet } from '../record-set/record-set.js';
import { type AskedOfFindings, MOST_DETAILS } from './finding.js';
import { dealsMeant, type Found, type RecordFinding } from './record-finding.js';

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
      return keyed(sets, asked, {
        keysOf: ({ names }) => names[field].names.keys,
        codesOf: ({ names }) => names[field].codes,
        isMeant: (key) => doubtful.has(key),
        describe: (key) => described(doubtful.get(key) ?? new Map()),
      });
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
    const views = countViews(sets);
    return keyed(sets, asked, {
      keysOf: ({ clients }) => clients,
      codesOf: ({ clientOf }) => clientOf,
      isMeant: (key) => (views.get(key) ?? 0) > 1,
      describe: null,
    });
  },
};

/** What may be wrong with names. */
export const NAME_FINDINGS: readonly RecordFinding[] = [
  spellings('owner', 'AE'),
  spellings('bdr', 'BDR'),
  severalViews,
];

/** Records by the folded name that they have. */
interface Keyed {
  readonly keysOf: (set: RecordSet) => readonly (string | null)[];
  readonly codesOf: (set: RecordSet) => ArrayLike<number>;
  readonly isMeant: (key: string) => boolean;
  /** What is said of a name; null where the records say it. */
  readonly describe: ((key: string) => string) | null;
}

function keyed(sets: readonly RecordSet[], asked: AskedOfFindings, by: Keyed): Found {
  const keys = new Set<string>();
  const positions = sets.map((set) => {
    const meant = Uint8Array.from(by.keysOf(set), (key) => Number(key !== null && by.isMeant(key)));
    if (!meant.includes(1)) return new Uint32Array(0);
    const codes = by.codesOf(set);
    const holds = () => (position: number) => meant[codes[position] ?? 0] === 1;
    const found = dealsMeant(set, { where: isAny, holds }, asked);
    for (const code of new Set(found.map((position) => codes[position] ?? 0)))
      keys.add(by.keysOf(set)[code] ?? '');
    return found;
  });
  return {
    positions,
    count: keys.size,
    details: by.describe ? [...keys].map(by.describe).slice(0, MOST_DETAILS) : [],
  };
}

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

function countViews(sets: readonly RecordSet[]): Map<string, number> {
  const views = new Map<string, number>();
  for (const { clients } of sets) {
    for (const client of clients) if (client !== '') views.set(client, (views.get(client) ?? 0) + 1);
  }
  return views;
}
