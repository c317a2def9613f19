import { type Board, type ColumnEntry, isDoubtfulEntry, movedKeys } from '@app/domain/board';
import type { FilteredDeal } from '@app/domain/metrics';

/** A deal in its place on a board. */
interface Standing {
  readonly column: string;
  readonly entry: ColumnEntry;
}

/** A deal that one board has otherwise than another. */
export interface ChangedDeal {
  readonly key: string;
  /** Null on a board that does not have it. */
  readonly was: Standing | null;
  readonly is: Standing | null;
}

/** The deals of a board that somebody placed, hid, weighed, recognised or forgot otherwise than they were before. */
export function changedDeals(before: Board, after: Board): ChangedDeal[] {
  if (before === after) return [];
  const [was, is] = [standingsOf(before), standingsOf(after)];
  const moved = new Set(
    after.columns.flatMap(({ id }) => [...movedKeys(keysOf(before, id), keysOf(after, id))]),
  );
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const change = { key, was: was.get(key) ?? null, is: is.get(key) ?? null };
    return moved.has(key) || opinionOf(change.was) !== opinionOf(change.is) ? [change] : [];
  });
}

/** How many deals of a board are otherwise than they were before. */
export const changesBetween = (before: Board, after: Board): number => changedDeals(before, after).length;

/** What filters look at of the deal as it is now; of one that no board has any more, as it was saved. */
export function dealOf({ was, is }: ChangedDeal): FilteredDeal {
  const entry = (is ?? was)?.entry;
  if (!entry) return {};
  return entry.is === 'placed' ? entry.deal : (entry.deal ?? entry.saved);
}

const standingsOf = ({ columns }: Board): Map<string, Standing> =>
  new Map(columns.flatMap(({ id, entries }) => entries.map((entry) => [entry.key, { column: id, entry }])));

const keysOf = ({ columns }: Board, column: string): string[] =>
  columns.find(({ id }) => id === column)?.entries.map(({ key }) => key) ?? [];

/** Column, probability and hiding of a deal, and whether somebody settled who it is. */
function opinionOf(standing: Standing | null): string {
  if (standing === null) return '';
  const { column, entry } = standing;
  const said =
    entry.is === 'placed' ? `${entry.probability} ${entry.hidden}` : `apart ${entry.fate === 'refused'}`;
  return `${column} ${said} ${isDoubtfulEntry(entry)}`;
}
