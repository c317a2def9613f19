import { isAny } from '../metrics/catalogue/predicates.js';
import { clientNumbersOf } from '../metrics/engine/client-numbers.js';
import { shownSpellings } from '../record-set/names.js';
import { perRecordSets } from '../record-set/per-record-set.js';
import type { Codes, NameField, RecordSet } from '../record-set/record-set.js';
import { type FindingsQuestion, MAX_DETAILS } from './finding.js';
import { matchingDeals, type RecordFinding } from './record-finding.js';

/*
 * What only a comparison within the whole dataset shows. Filters choose whose records are listed, not what they are
 * compared with: an AE sees that a client of theirs is in another view too.
 */

/**
 * People whose name is written in more than one way. They count as one person, so that a correction moves no money; the
 * records are those to correct, all that are not in the most frequent spelling.
 *
 * @see docs/domain.md, section 2
 */
function spellings(field: Extract<NameField, 'owner' | 'bdr'>, who: string): RecordFinding {
  return {
    code: `${field}_spellings`,
    title: `One ${who}, several spellings`,
    why: 'Counted as one person here; filters of the sheet take them for several.',
    unit: 'people',
    amount: null,
    find: (sets, question) => {
      const written = spellingsByKey(sets.map(({ names }) => names[field].names));
      const doubtful = [...written].filter(([, spelled]) => spelled.size > 1);
      const groupOf = new Map(doubtful.map(([key], group) => [key, group + 1]));
      const shown = shownSpellings(sets.map(({ names }) => names[field].names));
      const columns = sets.map(({ names }): GroupColumn => {
        const { names: people, codes, spelled } = names[field];
        const groups = Uint32Array.from(people.keys, (key) => groupOf.get(key ?? '') ?? 0);
        const isShown = people.keys.map((key, code) =>
          [...(people.spellings[code]?.keys() ?? [])].map((text) => text === shown.get(key ?? '')),
        );
        const isOther = (at: number) => isShown[codes[at] ?? 0]?.[spelled?.[at] ?? 0] === false;
        return { codes, groups, isListed: isOther };
      });
      const { positions, groups } = recordsNaming(sets, columns, doubtful.length, question);
      const details = groups.slice(0, MAX_DETAILS).map((group) => described(doubtful[group - 1]?.[1]));
      return { positions, count: groups.length, details };
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
  find: (sets, question) => {
    const { count, groups: shared } = sharedClients(sets);
    const columns = sets.map(({ clientOf }, at): GroupColumn => {
      return { codes: clientOf, groups: shared[at] ?? new Uint32Array(0) };
    });
    const { positions, groups } = recordsNaming(sets, columns, count, question);
    return { positions, count: groups.length, details: [] };
  },
};

/** What may be wrong with names. */
export const NAME_FINDINGS: readonly RecordFinding[] = [
  spellings('owner', 'AE'),
  spellings('bdr', 'BDR'),
  severalViews,
];

/** The names of a set in one column. */
interface GroupColumn {
  /** Code by position. */
  readonly codes: Codes;
  /** By code: a number from 1 for each person or client that a finding is about, over all sets; 0 for the others. */
  readonly groups: Uint32Array;
  /** Which of the records with such a name are listed, by position; by default all. */
  readonly isListed?: (position: number) => boolean;
}

/**
 * Positions of the records with such names that the filters keep, and the numbers of these names in the order in
 * which they occur.
 */
function recordsNaming(
  sets: readonly RecordSet[],
  columns: readonly GroupColumn[],
  count: number,
  question: FindingsQuestion,
) {
  const isNamed = new Uint8Array(count + 1);
  const named: number[] = [];
  const positions = sets.map((set, at) => {
    const { codes, groups, isListed = () => true } = columns[at] ?? NO_COLUMN;
    if (count === 0) return new Uint32Array(0);
    const holds = () => (position: number) => groups[codes[position] ?? 0] !== 0 && isListed(position);
    const found = matchingDeals(set, { where: isAny, holds }, question);
    for (const position of found) {
      const group = groups[codes[position] ?? 0] ?? 0;
      if (isNamed[group] === 0) named.push(group);
      isNamed[group] = 1;
    }
    return found;
  });
  return { positions, groups: named };
}

const NO_COLUMN: GroupColumn = { codes: new Uint8Array(0), groups: new Uint32Array(0) };

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
function described(spelled: ReadonlyMap<string, number> = new Map()): string {
  const frequent = [...spelled].sort(([, one], [, other]) => other - one);
  return frequent.map(([text, count]) => `${text} (${count})`).join(', ');
}

/** Clients that several sets have, numbered from 1; found once for the same sets. */
const sharedClients = perRecordSets((sets) => {
  const { count, unnamed, ofClient } = clientNumbersOf(sets);
  const times = new Uint32Array(count);
  for (const numbers of ofClient) {
    for (const number of numbers) times[number] = (times[number] ?? 0) + 1;
  }
  // Records without a client have none in common.
  if (unnamed >= 0) times[unnamed] = 0;
  const { groupOf, groups } = numbered(times);
  return { count: groups, groups: ofClient.map((numbers) => looked(groupOf, numbers)) };
});

/** Numbers from 1 for what occurs more than once. */
function numbered(times: Uint32Array) {
  const groupOf = new Uint32Array(times.length);
  let groups = 0;
  for (let at = 0; at < times.length; at++) if ((times[at] ?? 0) > 1) groupOf[at] = groups += 1;
  return { groupOf, groups };
}

function looked(groupOf: Uint32Array, numbers: Uint32Array): Uint32Array {
  const groups = new Uint32Array(numbers.length);
  for (let code = 0; code < numbers.length; code++) groups[code] = groupOf[numbers[code] ?? 0] ?? 0;
  return groups;
}
