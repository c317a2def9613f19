import { type Board, type ColumnEntry, isDoubtfulEntry } from '@app/domain/board';

/** How many deals of a board somebody placed, hid, weighed, recognised or forgot otherwise than it was before. */
export function changesBetween(before: Board, after: Board): number {
  if (before === after) return 0;
  const was = opinionsOf(before);
  const is = opinionsOf(after);
  const keys = new Set([...was.keys(), ...is.keys()]);
  const others = [...keys].filter((key) => was.get(key) !== is.get(key)).length;
  return after.columns.reduce((sum, { id }) => sum + movedWithin(id, before, after), others);
}

/** Column, probability and hiding of each deal, and whether somebody settled who it is, by key. */
function opinionsOf({ columns }: Board): Map<string, string> {
  const opinions = columns.flatMap(({ id, entries }) =>
    entries.map((entry): [string, string] => [
      entry.key,
      `${id} ${opinionOf(entry)} ${isDoubtfulEntry(entry)}`,
    ]),
  );
  return new Map(opinions);
}

const opinionOf = (entry: ColumnEntry): string =>
  entry.is === 'placed' ? `${entry.probability} ${entry.hidden}` : `apart ${entry.fate === 'refused'}`;

/** The fewest deals of a column that were moved past others, of those that it had before and has still. */
function movedWithin(column: string, before: Board, after: Board): number {
  const places = new Map(keysOf(before, column).map((key, place): [string, number] => [key, place]));
  const order = keysOf(after, column).flatMap((key) => places.get(key) ?? []);
  return order.length - longestRise(order);
}

const keysOf = ({ columns }: Board, column: string): string[] =>
  columns.find(({ id }) => id === column)?.entries.map(({ key }) => key) ?? [];

/** The length of the longest ascending part of numbers, of which some may be left out. */
function longestRise(numbers: readonly number[]): number {
  const lowestEnds: number[] = [];
  for (const number of numbers) {
    let [low, high] = [0, lowestEnds.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((lowestEnds[middle] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    lowestEnds[low] = number;
  }
  return lowestEnds.length;
}
