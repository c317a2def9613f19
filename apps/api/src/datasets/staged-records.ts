import { type DealRow, type RecordSet, RecordSetBuilder } from '@app/domain';
import { IdPacker, type PackedIds } from './packed-ids.js';

/** The records of a collection, as whoever filled it has them: they go to another thread as they are. */
export interface StagedRecords {
  readonly set: RecordSet;
  readonly ids: PackedIds;
}

/** Collects the records of a collection while it is being filled, in their order. */
export class StagedRecordsBuilder {
  private readonly set = new RecordSetBuilder();
  private readonly ids = new IdPacker();

  add(deal: DealRow, id: unknown): void {
    this.set.add(deal);
    this.ids.add(id);
  }

  /** @returns null where an `_id` is of a class of the driver, which another thread would not know */
  build(): StagedRecords | null {
    const ids = this.ids.build();
    const isPlain = [...ids.others.values()].every((id) => typeof id === 'string' || typeof id === 'number');
    return isPlain ? { set: this.set.build(), ids } : null;
  }
}

/** The memory that goes to the other thread, instead of being copied. */
export function memoryOf({ set, ids }: StagedRecords): ArrayBuffer[] {
  const { classOf, clientHashes, clientOf, days, cents, names } = set;
  const codes = Object.values(names).map((column) => column.codes);
  const columns = [
    classOf,
    clientHashes,
    clientOf,
    ...Object.values(days),
    ...Object.values(cents),
    ...codes,
  ];
  return [...columns, ids.bytes].map(({ buffer }) => buffer as ArrayBuffer);
}
