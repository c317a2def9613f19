import type { Db, Document } from 'mongodb';

/** What asking alone writes: who asked and how often, and what the product does by itself meanwhile. */
const OF_ASKING: ReadonlySet<string> = new Set(['audit_log', 'rate_limits', 'leases']);
const LAST_USE: ReadonlySet<string> = new Set(['last_used_at', 'last_used_from', 'address', 'last_login']);

/** Everything that is stored, one text a document, sorted: two states are the same or name what differs. */
export async function storedState(db: Db): Promise<string[]> {
  const collections = await db.listCollections({}, { nameOnly: true }).toArray();
  const states = collections
    .filter(({ name }) => !OF_ASKING.has(name))
    .map(async ({ name }) => (await db.collection(name).find().toArray()).map((each) => textOf(name, each)));
  return (await Promise.all(states)).flat().toSorted();
}

const textOf = (collection: string, document: Document): string =>
  `${collection} ${JSON.stringify(document, (key, value: unknown) => (LAST_USE.has(key) ? undefined : value))}`;
