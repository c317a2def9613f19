import { DEAL_FIELDS, type DealField, SHEET_COLUMNS } from '../deal/sheet-columns.js';
import { COLUMN_SYNONYMS } from './column-synonyms.js';
import type { Header } from './header.js';
import { headerName } from './header-name.js';
import type { ColumnProposal } from './sheet.js';

/** Headers that are looked at: a sheet with thousands of columns has no more of ours than any other. */
const MOST_LOOKED_AT = 100;
const LONGEST_NAME = 80;
/** Of the words of two names, so many are the same. */
const ALIKE = 0.75;
/** A word of fewer letters with another letter is another word. */
const SHORTEST_MISSPELT = 6;
/** Words that say nothing about what a column holds. */
const FILLERS = new Set(
  'a an d de des du en et eur euro euros gbp ht in k l la le les name nom of the ttc usd'.split(' '),
);
/** Words that look like others, and are none of them. */
const NO_MISTAKES = new Set(['contact', 'contacts', 'country', 'counter', 'county']);

interface Name {
  readonly field: DealField;
  /** How near it is to the column among the names of all: 1 for the column's own, less and less for synonyms. */
  readonly rank: number;
  readonly words: readonly string[];
}

const NAMES: readonly Name[] = SHEET_COLUMNS.flatMap(({ field, label, alsoCalled }) => [
  ...[field, label, ...alsoCalled].map((name) => ({ field, rank: 1, words: wordsOf(name) })),
  ...COLUMN_SYNONYMS[field].map((name, at) => ({ field, rank: 1 - (at + 1) / 1000, words: wordsOf(name) })),
]);

/**
 * For each unknown header the nearest column that the sheet does not have: one of its names, or a synonym, has the same
 * words, in any order, but for fillers and a misspelt letter. Nothing is proposed rather than something unlikely, and
 * no column twice: of two headers the nearer one gets it, of two as near the one further left.
 *
 * @see docs/domain.md, section 9
 */
export function proposeColumns({ unknown, positions, repeated }: Header): ColumnProposal[] {
  const isRepeated = new Set(repeated.map(({ header }) => header));
  const headers = unknown.filter((header) => !isRepeated.has(header)).slice(0, MOST_LOOKED_AT);
  const free = new Set(DEAL_FIELDS.filter((field) => !positions.has(field)));
  const likely = headers
    .flatMap((header, at) => [...nearness(header)].map(([field, near]) => ({ header, at, field, near })))
    .sort((one, other) => other.near - one.near || one.at - other.at);
  const taken = new Set<number>();
  const proposals = likely.filter(({ at, field }) => {
    if (taken.has(at) || !free.has(field)) return false;
    taken.add(at);
    return free.delete(field);
  });
  return proposals.sort((one, other) => one.at - other.at).map(({ header, field }) => ({ header, field }));
}

/* How near a header is to each column that it may be, 0 to 1. `Étape / Statut` and `Montant (EUR)` say it twice. */
function nearness(header: string): Map<DealField, number> {
  const found = new Map<DealField, number>();
  for (const [at, part] of [header, ...partsOf(header)].entries()) {
    const words = part.length > LONGEST_NAME ? [] : wordsOf(part);
    if (words.length === 0) continue;
    for (const { field, rank, words: named } of NAMES) {
      const alike = alikeness(words, named) * rank * (at === 0 ? 1 : PART);
      if (alike >= ALIKE) found.set(field, Math.max(alike, found.get(field) ?? 0));
    }
  }
  return found;
}

const PART = 0.95;
/** A line that was not taken apart is no header of two names. */
const SEPARATOR = /[,;\t]/;

function partsOf(header: string): string[] {
  const isOne = header.length <= LONGEST_NAME && !SEPARATOR.test(header);
  const parts = isOne ? header.split(/[/|()]| - /) : [];
  return parts.length > 1 ? parts : [];
}

/* Words as headers are compared, without those that say nothing where others are left. */
function wordsOf(name: string): string[] {
  const words = headerName(name).split('_');
  const telling = words.filter((word) => !FILLERS.has(word));
  return (telling.length > 0 ? telling : words).filter((word) => word !== '');
}

function alikeness(words: readonly string[], named: readonly string[]): number {
  if (words.join('') === named.join('')) return 1;
  const left = new Set(named);
  let same = 0;
  for (const word of words) {
    const match = left.has(word) ? word : [...left].find((other) => isMisspelt(word, other));
    if (match === undefined) continue;
    left.delete(match);
    same += match === word ? 1 : MISSPELT;
  }
  return same / Math.max(words.length, named.length);
}

const MISSPELT = 0.9;

function isMisspelt(word: string, other: string): boolean {
  if (Math.max(word.length, other.length) < SHORTEST_MISSPELT || NO_MISTAKES.has(word)) return false;
  return word.startsWith(other.charAt(0)) && isOneEditAway(word, other);
}

/* One letter more, less, another, or two turned round. */
function isOneEditAway(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  const [restOfOne, restOfOther] = [one.slice(at), other.slice(at)];
  return (
    restOfOne.slice(1) === restOfOther.slice(1) ||
    restOfOne.slice(1) === restOfOther ||
    restOfOne === restOfOther.slice(1) ||
    (restOfOne.slice(2) === restOfOther.slice(2) &&
      restOfOne.slice(0, 2) === restOfOther.charAt(1) + restOfOther.charAt(0))
  );
}
