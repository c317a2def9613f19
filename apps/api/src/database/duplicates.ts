import type { Connection } from 'mongoose';
import { driverDatabase } from './driver-database.js';
import type { WantedIndex } from './wanted-collections.js';

/** How many duplicates a finding names. */
const NAMED = 5;

/** Values of an index's fields that several documents have, as JSON: what stands in the way of a unique index. */
export async function duplicatesOf(
  connection: Connection,
  collection: string,
  index: WantedIndex,
): Promise<string[]> {
  const fields = Object.keys(index.key);
  const projection = Object.fromEntries([['_id', 0], ...fields.map((field) => [field, 1])]) as Record<
    string,
    0 | 1
  >;
  const counts = new Map<string, number>();
  for await (const document of driverDatabase(connection).collection(collection).find({}, { projection })) {
    const value = JSON.stringify(Object.fromEntries(fields.map((field) => [field, document[field] ?? null])));
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count > 1)
    .slice(0, NAMED)
    .map(([value]) => value);
}
