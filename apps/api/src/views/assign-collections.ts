import { LONGEST_NAMESPACE } from '../database/wanted-collections.js';

/** What decides a view's collection. */
export interface CollectionOwner {
  readonly id: string;
  readonly name: string;
  readonly isMaster: boolean;
  /** Collection that was settled for it before; null when none was. */
  readonly collection: string | null;
}

/** Collections of the contract, by the name of their view; nobody else gets them. */
const CONTRACT: ReadonlyMap<string, string> = new Map([
  ['Organic', 'sales_records'],
  ['Signal', 'sales_records_signal'],
  ['Full Funnel', 'sales_records_fullfunnel'],
  ['Market', 'sales_records_market'],
]);

/**
 * Characters of a name that is given here: with the longest name of a database (63) before it and the name of a run's
 * staging collection (46) behind it there is room left for the longest name of an index.
 */
const LONGEST_GIVEN = 120;

/** Whether a collection belongs to a view of the contract by name. */
export const isOfContract = (collection: string): boolean => [...CONTRACT.values()].includes(collection);

/**
 * Collection that the records of a view of that name go to.
 *
 * @param taken collections that it cannot have
 */
export function collectionFor(name: string, taken: ReadonlySet<string>): string {
  const ofContract = CONTRACT.get(name);
  if (ofContract !== undefined && !taken.has(ofContract)) return ofContract;
  const base = `sales_records_${folded(name) || 'view'}`;
  let candidate = base.slice(0, LONGEST_GIVEN);
  for (let number = 2; taken.has(candidate) || isOfContract(candidate); number += 1) {
    candidate = `${base.slice(0, LONGEST_GIVEN - String(number).length)}${number}`;
  }
  return candidate;
}

/**
 * Collection of each view's records, by view id; masters have none. Two views never share one: a name that is taken
 * gets a number, in the order given (oldest first), and what was settled before stays, unless the database could never
 * hold a collection of that name. Source: docs/domain.md, section 7.
 *
 * @param dbName database that they are in
 */
export function assignCollections(owners: readonly CollectionOwner[], dbName: string): Map<string, string> {
  const assigned = new Map<string, string>();
  const taken = new Set(CONTRACT.values());
  const withData = owners.filter(({ isMaster }) => !isMaster);
  const others = withData.filter(({ name }) => !CONTRACT.has(name));
  for (const { id, name } of withData) assign(id, CONTRACT.get(name));
  for (const { id, collection } of others) if (isFree(collection)) assign(id, collection);
  for (const { id, name } of others) if (!assigned.has(id)) assign(id, collectionFor(name, taken));
  return assigned;

  function assign(id: string, collection: string | null | undefined): void {
    if (!collection) return;
    assigned.set(id, collection);
    taken.add(collection);
  }

  function isFree(collection: string | null): boolean {
    if (collection === null || taken.has(collection)) return false;
    return /^sales_records_[a-z0-9]+$/.test(collection) && fits(collection);
  }

  function fits(collection: string): boolean {
    return Buffer.byteLength(`${dbName}.${collection}`) <= LONGEST_NAMESPACE;
  }
}

const folded = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
