import { Inject, Injectable, Logger } from '@nestjs/common';
import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { driverDatabase } from '../datasets/driver-database.js';
import { duplicatesOf } from './duplicates.js';
import type { WantedCollection, WantedIndex } from './collections.js';

/** An index that could not be made: a data-quality finding, not a failed start. */
export interface StorageFinding {
  readonly collection: string;
  /** Fields of the index, such as `email`. */
  readonly index: string;
  /** MongoDB's code: 11000 duplicates, 85 and 86 an index of that kind exists otherwise. */
  readonly code: number;
  readonly message: string;
  /** The first values that more than one document has, as JSON. */
  readonly duplicates: readonly string[];
}

/** An index exists with other options, under another name, or its key is not unique in the data. */
const REPORTED = new Set([85, 86, 11_000]);

/** Collections and indexes: made when missing, never dropped or altered. */
@Injectable()
export class Storage {
  private readonly log = new Logger('Storage');
  private readonly found = new Map<string, StorageFinding>();

  constructor(@Inject(getConnectionToken()) private readonly connection: Connection) {}

  /** Indexes that are missing because the data or an older index forbids them. */
  findings(): StorageFinding[] {
    return [...this.found.values()];
  }

  /** Makes what is missing of the given collections. */
  async ensure(collections: readonly WantedCollection[]): Promise<void> {
    for (const { name, indexes } of collections) {
      for (const index of indexes) await this.ensureIndex(name, index);
    }
  }

  private async ensureIndex(collection: string, index: WantedIndex): Promise<void> {
    const { key, ...options } = index;
    const label = Object.keys(key).join(' + ');
    try {
      await driverDatabase(this.connection)
        .collection(collection)
        .createIndex({ ...key }, options, {});
      this.found.delete(`${collection}.${label}`);
    } catch (error) {
      const code = (error as { code?: unknown }).code;
      if (typeof code !== 'number' || !REPORTED.has(code)) throw error;
      await this.report({ collection, index: label, code, message: (error as Error).message }, index);
    }
  }

  private async report(finding: Omit<StorageFinding, 'duplicates'>, index: WantedIndex): Promise<void> {
    const { collection, index: label, code, message } = finding;
    const duplicates = code === 11_000 ? await duplicatesOf(this.connection, collection, index) : [];
    this.found.set(`${collection}.${label}`, { ...finding, duplicates });
    const named = duplicates.length > 0 ? ` Duplicates: ${duplicates.join(', ')}.` : '';
    this.log.error(`The index of ${collection} on ${label} could not be made: ${message}.${named}`);
  }
}
