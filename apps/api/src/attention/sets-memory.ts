import type { FindingsQuestion, RecordSet } from '@app/domain';
import { Recent } from '../http/recent.js';

/**
 * What was found in some record sets, as long as they are the current ones: neither the period nor the page of an
 * answer changes it.
 */
export class SetsMemory<Item> {
  private readonly known = new WeakMap<readonly RecordSet[], Recent<readonly Item[]>>();

  /** @param room items that may be kept of the same sets, over different filters */
  constructor(
    private readonly find: (sets: readonly RecordSet[], asked: FindingsQuestion) => readonly Item[],
    private readonly room: number,
  ) {}

  of(sets: readonly RecordSet[], { asOf, filters, weights }: FindingsQuestion): readonly Item[] {
    const asked = { asOf, filters, weights };
    const recent = this.known.get(sets) ?? new Recent<readonly Item[]>(this.room);
    this.known.set(sets, recent);
    const key = JSON.stringify(asked);
    const items = recent.get(key) ?? this.find(sets, asked);
    recent.set(key, items, items.length + 1);
    return items;
  }
}
