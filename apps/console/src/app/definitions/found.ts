import type { CatalogueEntry } from '@app/contracts';
import { fold } from '@app/domain/normalise';
import { meant } from '../ui/base/similar';
import { WORDS } from '../ui/base/words';
import { DEFINITIONS } from './texts';

/** Numbers about one thing. */
export interface Group {
  readonly id: string;
  readonly heading: string;
  readonly entries: readonly CatalogueEntry[];
}

type GroupName = keyof typeof DEFINITIONS.groups;

/** The group of a number, by the first part of its id. */
const GROUP_OF: Readonly<Record<string, GroupName>> = {
  meetings: 'meetings',
  relevance: 'meetings',
  intros: 'funnel',
  attendance: 'funnel',
  poa: 'funnel',
  conversion: 'funnel',
  deals: 'funnel',
  upsell: 'upsell',
  renewal: 'upsell',
  pipe: 'pipe',
  legals: 'closing',
  proposal: 'closing',
  revenue: 'revenue',
};

/** What is open or upcoming stands beside others than its id says. */
const MOVED: Readonly<Record<string, GroupName>> = {
  'deals.open': 'pipe',
  'deals.active': 'pipe',
  'poa.upcoming': 'closing',
  'poa.upcoming_value': 'closing',
};

const groupOf = (id: string): GroupName => MOVED[id] ?? GROUP_OF[id.split('.')[0] ?? ''] ?? 'pipe';

/** The numbers that some words mean, in their groups; all of them for no words. */
export function groupsFor(words: string, catalogue: readonly CatalogueEntry[]): Group[] {
  const entries = matching(words, catalogue, ({ label, also_called, definition }) => [
    [label, ...also_called],
    [definition],
  ]);
  return (Object.keys(DEFINITIONS.groups) as GroupName[])
    .map((name) => ({
      id: `group-${name}`,
      heading: DEFINITIONS.groups[name],
      entries: entries.filter(({ id }) => groupOf(id) === name),
    }))
    .filter(({ entries: shown }) => shown.length > 0);
}

/** Whether one of the words of the product is called just so: it stands before the numbers whose names have it, too. */
export const isWord = (words: string): boolean =>
  WORDS.some(({ word, alsoCalled }) => [word, ...alsoCalled].some((name) => fold(name) === fold(words)));

/** The words of the product that are meant. */
export const wordsFor = (words: string) =>
  matching(words, WORDS, ({ word, alsoCalled, meaning }) => [[word, ...alsoCalled], [meaning]]);

/**
 * What is called by some words; where nothing is, what says them.
 *
 * @param textsOf names of an item, then its sentences
 */
function matching<Item>(
  words: string,
  items: readonly Item[],
  textsOf: (item: Item) => readonly [readonly string[], readonly string[]],
): readonly Item[] {
  if (fold(words) === '') return items;
  const texts = (at: 0 | 1) => items.map((item) => textsOf(item)[at].map(fold).join('|'));
  const named = meant(texts(0), words).found;
  const said = meant(texts(1), words);
  // With slips a sentence says almost anything.
  const found = named.length === 0 && said.isExact ? said.found : named;
  return items.filter((_, at) => found.includes(at));
}
