import type { Deal } from '../deal.js';
import type { RecordSet } from './record-set.js';

/**
 * Takes deals one by one, in the order of the dataset, and makes their columns. The caller keeps what it needs to
 * find a record again (such as ids) in the same order: position 0 is the first deal added.
 */
export class RecordSetBuilder {
  private count = 0;

  /** Adds a deal at the next position. */
  add(deal: Omit<Deal, 'id'>): void {
    this.count += deal.client === '' ? 1 : 1;
  }

  /** The set of all deals added; the builder is not used afterwards. */
  build(): RecordSet {
    return { size: this.count };
  }
}

/** The record set of some deals. */
export function recordSetOf(deals: Iterable<Omit<Deal, 'id'>>): RecordSet {
  const builder = new RecordSetBuilder();
  for (const deal of deals) builder.add(deal);
  return builder.build();
}
