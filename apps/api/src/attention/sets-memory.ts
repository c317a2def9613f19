import { LRUCache } from 'lru-cache';
import type { FindingsQuestion, RecordSet } from '@app/domain';

/**
 * What was found in some record sets, as long as they are the current ones: neither the period nor the page of an
 * answer changes it.
 */
export class SetsMemory<Item> {
  private readonly known = new WeakMap<readonly RecordSet[], LRUCache<string, readonly Item[]>>();

  /** @param maxItems items that may be kept of the same sets, over different filters */
  constructor(
    private readonly find: (sets: readonly RecordSet[], question: FindingsQuestion) => readonly Item[],
    private readonly maxItems: number,
  ) {}

  of(sets: readonly RecordSet[], { asOf, filters, weights }: FindingsQuestion): readonly Item[] {
    const question = { asOf, filters, weights };
    const kept = this.keptFor(sets);
    const key = JSON.stringify(question);
    const items = kept.get(key) ?? this.find(sets, question);
    kept.set(key, items);
    return items;
  }

  private keptFor(sets: readonly RecordSet[]): LRUCache<string, readonly Item[]> {
    const options = { maxSize: this.maxItems, sizeCalculation: sizeOfList };
    const kept = this.known.get(sets) ?? new LRUCache<string, readonly Item[]>(options);
    this.known.set(sets, kept);
    return kept;
  }
}

/** An empty list is kept too. */
const sizeOfList = ({ length }: readonly unknown[]): number => length + 1;
