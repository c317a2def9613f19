import { type Board, type ColumnEntry, columnsOfBoard, isDoubtfulEntry } from '@app/domain/board';
import type { Formats } from '../ui/base/formats';
import { type ChangedDeal, changedDeals } from './board-changes';
import { BOARD } from './texts';

/** Where a step led. */
interface Step {
  readonly board: Board;
  readonly formats: Formats;
  readonly isBack: boolean;
}

/**
 * What a step did: which card, and what became of it; of several cards how many.
 *
 * @param isBack whether something was undone
 */
export function stepWords(before: Board, after: Board, formats: Formats, isBack: boolean): string {
  const all = changedDeals(before, after);
  const cards = all.filter(({ was, is }) => was?.entry.is === 'placed' || is?.entry.is === 'placed');
  const changes = cards.length > 0 ? cards : all;
  const [change] = changes;
  if (change === undefined) return BOARD.step.none;
  if (changes.length > 1)
    return (isBack ? BOARD.step.severalBack : BOARD.step.several)(formats.count(changes.length));
  return BOARD.step.one(nameOf(change), becameOf(change, { board: after, formats, isBack }));
}

function nameOf({ was, is }: ChangedDeal): string {
  const entry = (is ?? was)?.entry;
  const saved = entry?.is === 'apart' ? entry.saved.client : null;
  return [entry?.deal?.client, saved].find(Boolean) ?? BOARD.noClient;
}

function becameOf({ key, was, is }: ChangedDeal, to: Step): string {
  const { step } = BOARD;
  if (is === null) return step.forgotten;
  const [before, now] = [was?.entry, is.entry];
  if (now.is === 'apart') return now.fate === 'refused' ? step.refused : step.kept;
  if (before?.is !== 'placed') return placeOf(is.column, key, to);
  if (before.hidden !== now.hidden) {
    if (now.hidden) return step.hidden;
    return to.isBack ? step.shown : step.shownAt(placeIn(is.column, key, to));
  }
  if (was?.column !== is.column) return placeOf(is.column, key, to);
  if (before.probability !== now.probability && now.probability !== null)
    return step.weighed(BOARD.percent(now.probability));
  if (isDoubtfulEntry(before) !== isDoubtfulEntry(now))
    return isDoubtfulEntry(now) ? step.open : step.settled;
  return placeOf(is.column, key, to);
}

function placeOf(column: string, key: string, to: Step): string {
  const place = placeIn(column, key, to);
  return to.isBack ? BOARD.step.movedBack(place) : BOARD.step.moved(place);
}

/** `Next 14 days, 1 of 16`: hidden cards are no neighbours. */
function placeIn(column: string, key: string, { board, formats }: Step): string {
  const label = columnsOfBoard(board.kind).find(({ id }) => id === column)?.label ?? column;
  const entries = board.columns.find(({ id }) => id === column)?.entries ?? [];
  const shown = entries.filter(isShown);
  const at = shown.findIndex((entry) => entry.key === key);
  return BOARD.said.place(label, formats.count(at + 1), formats.count(shown.length));
}

const isShown = (entry: ColumnEntry): boolean => entry.is === 'placed' && !entry.hidden;
