import type { BoardRecord } from '@app/contracts';
import {
  type Board,
  type BoardMatch,
  type ColumnEntry,
  type SavedIdentity,
  candidatesOf,
} from '@app/domain/board';
import type { Formats } from '../ui/base/formats';
import { stageName } from '../ui/base/stage-name';
import { opinionWords } from './opinion-words';
import { BOARD_PANELS } from './texts';

type Entry = ColumnEntry<BoardRecord>;

/** Something that a deal was, or is. */
interface DoubtfulCell {
  readonly words: string;
  /** Whether it is the AE. */
  readonly isOwner: boolean;
  /** Whether the other side says something else. */
  readonly isOther: boolean;
}

/** A match that a person should look at. */
export interface DoubtfulLine {
  readonly key: string;
  readonly client: string;
  /** Where it was placed, and how. */
  readonly place: string;
  readonly reason: string;
  /** Whether the client is written otherwise than it was; else no cell repeats it. */
  readonly isRenamed: boolean;
  /** AE, stage and value as they were saved, after the client where that is another. */
  readonly was: readonly DoubtfulCell[];
  /** The same as the data has it; empty where it is not known which deal it is. */
  readonly now: readonly DoubtfulCell[];
  /** Where it is not known: the deals that it may be. */
  readonly candidates: readonly { readonly key: string; readonly words: string }[];
  /** Whether a card shows it. */
  readonly isOnBoard: boolean;
}

/** Doubtful matches of a board, each with what was placed and what it was taken for. */
export const doubtfulLines = (
  board: Board<BoardRecord>,
  entries: readonly Entry[],
  formats: Formats,
): DoubtfulLine[] => entries.map((entry) => lineOf(board, entry, formats));

function lineOf(board: Board<BoardRecord>, entry: Entry, formats: Formats): DoubtfulLine {
  const was = entry.match?.was ?? (entry.is === 'apart' ? entry.saved : null);
  const before = was ? wordsOf(was, formats) : [];
  const after = entry.deal ? wordsOf(identityOf(entry.deal), formats) : [];
  const isRenamed = isOther(before[0] ?? '', after[0] ?? '');
  return {
    key: entry.key,
    client: [after[0], before[0]].find(Boolean) ?? BOARD_PANELS.apart.unnamed,
    place: placeOf(board, entry),
    reason: reasonOf(entry, formats),
    isRenamed,
    was: cellsOf(before, after).slice(isRenamed ? 0 : 1),
    now: cellsOf(after, before).slice(isRenamed ? 0 : 1),
    candidates: candidatesOf(board, entry.key).map(({ key, deal }) => ({
      key,
      words: wordsOf(identityOf(deal), formats).slice(1).join(' · '),
    })),
    isOnBoard: entry.is === 'placed' && !entry.hidden,
  };
}

/** Empty for what was not saved: a pipeline board saves neither AE nor value. */
const wordsOf = (
  { client, owner, stage, pipeline }: Omit<SavedIdentity, 'id' | 'view_id'>,
  formats: Formats,
) => [
  client ?? '',
  owner ?? '',
  stage === null ? '' : stageName(stage),
  pipeline === null ? '' : formats.moneyShort(pipeline),
];

/** Where the AE stands among them. */
const OWNER = 1;

const identityOf = ({ client, owner, stage, value }: BoardRecord) => ({
  client,
  owner,
  stage,
  pipeline: value,
});

const cellsOf = (words: readonly string[], others: readonly string[]): DoubtfulCell[] =>
  words.map((each, at) => ({
    words: each,
    isOwner: at === OWNER && each !== '',
    isOther: isOther(each, others[at] ?? ''),
  }));

const isOther = (one: string, other: string) => one !== '' && other !== '' && one !== other;

function placeOf(board: Board<BoardRecord>, entry: Entry): string {
  const column = board.columns.find(({ entries }) => entries.includes(entry))?.id ?? null;
  const { probability, hidden } = entry.is === 'placed' ? entry : entry.saved;
  return opinionWords({ column, probability, hidden });
}

function reasonOf(entry: Entry, formats: Formats): string {
  const { by } = BOARD_PANELS.doubtful;
  const { match, deal } = entry;
  if (match === null) return by.none;
  const alike = formats.count(match.alike);
  if (match.by === 'id') return by.id(alike);
  if (match.by === 'client') return by.client;
  return hasOtherValue(match, deal) ? by.value(alike) : by.client_stage(alike);
}

const hasOtherValue = ({ was }: BoardMatch, deal: BoardRecord | null): boolean =>
  was.pipeline !== null && deal !== null && deal.value !== null && was.pipeline !== deal.value;
