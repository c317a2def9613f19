import { Injectable, Logger } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { driverDatabase } from './driver-database.js';
import { again } from './again.js';
import { PATIENT } from './client-options.js';
import type { WantedCollection, WantedIndex } from './wanted-collections.js';
import { duplicatesOf } from './duplicates.js';
import { DatabaseTroubleError, troubleOf } from './trouble.js';

/** An index that the server refused: a finding, not a failed start. */
export interface StorageFinding {
  readonly collection: string;
  /** Fields of the index, such as `email`. */
  readonly index: string;
  /** MongoDB's code: 11000 duplicates, 85 and 86 such an index exists with other options. */
  readonly code: number;
  readonly message: string;
  /** The first values that more than one document has, as JSON. */
  readonly duplicates: readonly string[];
}

/** Collections and indexes: made when missing, never dropped or altered. */
@Injectable()
export class Storage {
  private readonly log = new Logger('Storage');
  private readonly found = new Map<string, StorageFinding>();

  constructor(@InjectConnection() private readonly connection: Connection) {}

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
      const indexed = driverDatabase(this.connection).collection(collection);
      await again(() => indexed.createIndex({ ...key }, options, { ...PATIENT }));
      this.found.delete(`${collection}.${label}`);
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble) throw new DatabaseTroubleError(nameOf(collection, label), trouble, error);
      await this.report({ collection, index: label, ...refusalOf(error) }, index);
    }
  }

  private async report(finding: Omit<StorageFinding, 'duplicates'>, index: WantedIndex): Promise<void> {
    const { collection, index: label, code, message } = finding;
    const duplicates = code === 11_000 ? await duplicatesOf(this.connection, collection, index) : [];
    this.found.set(`${collection}.${label}`, { ...finding, duplicates });
    const named = duplicates.length > 0 ? ` Duplicates: ${duplicates.join(', ')}.` : '';
    this.log.error(`${nameOf(collection, label)} could not be made: ${message}.${named}`);
  }
}

const nameOf = (collection: string, label: string): string => `The index of ${collection} on ${label}`;

/**
 * What the server has against an index: an older one of other options, duplicates, a kind that it does not know. What
 * is no answer of a server is a fault of ours.
 */
function refusalOf(error: unknown): Pick<StorageFinding, 'code' | 'message'> {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code !== 'number' || typeof message !== 'string') throw error;
  return { code, message };
}
