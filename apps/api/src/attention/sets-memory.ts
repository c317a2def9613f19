import { LRUCache } from 'lru-cache';
import { type FindingsQuestion, perRecordSets, type RecordSet } from '@app/domain';

/**
 * What was found in some record sets, as long as they are the current ones: neither the period nor the page of an
 * answer changes it.
 */
export class SetsMemory<Item> {
  private readonly keptOf = perRecordSets(
    () => new LRUCache<string, readonly Item[]>({ maxSize: this.maxItems, sizeCalculation: sizeOfList }),
  );

  /** @param maxItems items that may be kept of the same sets, over different filters */
  constructor(
    private readonly find: (sets: readonly RecordSet[], question: FindingsQuestion) => readonly Item[],
    private readonly maxItems: number,
  ) {}

  of(sets: readonly RecordSet[], { asOf, filters, weights }: FindingsQuestion): readonly Item[] {
    const question = { asOf, filters, weights };
    const kept = this.keptOf(sets);
    const key = JSON.stringify(question);
    const items = kept.get(key) ?? this.find(sets, question);
    kept.set(key, items);
    return items;
  }
}

/** An empty list is kept too. */
const sizeOfList = ({ length }: readonly unknown[]): number => length + 1;
