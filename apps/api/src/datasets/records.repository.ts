import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import mongoose, { type Connection, type mongo } from 'mongoose';
import { comparePlaces, placeOf, SHEET_POSITION } from '../database/stored-order.js';
import { driverDatabase } from '../database/driver-database.js';

/** A stored record, whoever wrote it. */
export type StoredRecord = Readonly<Record<string, unknown>>;

const BATCH = 1000;

/** The records of a view's collection, as they are stored. */
@Injectable()
export class RecordsRepository {
  constructor(@InjectConnection() private readonly connection: Connection) {}

  /** Every record as the server hands them out, a batch at a time: between batches others get their turn. */
  async *all(collection: string): AsyncGenerator<readonly StoredRecord[]> {
    const cursor = this.records(collection).find({}, { batchSize: BATCH });
    try {
      while (await cursor.hasNext()) yield cursor.readBufferedDocuments();
    } finally {
      await cursor.close();
    }
  }

  /** `_id` of every record in the order of records, which not every server hands them out in. */
  async idsInOrder(collection: string): Promise<unknown[]> {
    const projection = { _id: 1, [SHEET_POSITION]: 1 } as const;
    const places = await this.records(collection).find({}, { projection }).map(placeOf).toArray();
    return places.sort(comparePlaces).map(({ id }) => id);
  }

  /** Records by `_id`, in the order asked; one that is gone is missing. */
  async byIds(collection: string, ids: readonly unknown[]): Promise<StoredRecord[]> {
    if (ids.length === 0) return [];
    const found = await this.records(collection)
      .find({ _id: { $in: [...ids] } } as mongo.Filter<StoredRecord>)
      .toArray();
    const byId = new Map(found.map((record) => [keyOf(record._id), record]));
    return ids.map((id) => byId.get(keyOf(id))).filter((record) => record !== undefined);
  }

  /** Records by the ids of their deals, in any order; one that is not there is missing. */
  byDealIds(collection: string, ids: readonly string[]): Promise<StoredRecord[]> {
    return this.records(collection)
      .find({ id: { $in: [...ids] } })
      .toArray();
  }

  /** Which of some ids of deals there are. */
  async dealIdsAmong(collection: string, ids: readonly string[]): Promise<Set<unknown>> {
    const there = new Set<unknown>();
    for (let at = 0; at < ids.length; at += BATCH) {
      const found = this.records(collection).find({ id: { $in: ids.slice(at, at + BATCH) } });
      for await (const { id } of found.project({ _id: 0, id: 1 })) there.add(id);
    }
    return there;
  }

  /** The record of a deal's id: its `id`, else its `_id` as text; null when there is none. */
  async byDealId(collection: string, deal: string): Promise<StoredRecord | null> {
    const records = this.records(collection);
    const spelled = /^\d{1,15}$/.test(deal) ? [deal, Number(deal)] : [deal];
    // Other software may have stored one id twice: the first record counts, as in every list.
    const same = await records.find({ id: { $in: spelled } }).toArray();
    const [found] = same.sort((a, b) => comparePlaces(placeOf(a), placeOf(b)));
    if (found) return found;
    const keys = mongoose.isObjectIdOrHexString(deal)
      ? [...spelled, new mongoose.mongo.ObjectId(deal)]
      : spelled;
    return records.findOne({ _id: { $in: keys } } as mongo.Filter<StoredRecord>);
  }

  private records(collection: string): mongo.Collection<StoredRecord> {
    return driverDatabase(this.connection).collection<StoredRecord>(collection);
  }
}

// The type is part of the key: other software may use "1" and 1.
const keyOf = (id: unknown): string => `${typeof id}:${String(id)}`;
