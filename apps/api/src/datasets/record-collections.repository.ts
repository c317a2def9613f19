import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection, mongo } from 'mongoose';
import { again } from '../database/again.js';
import { PATIENT } from '../database/client-options.js';
import { driverDatabase } from '../database/driver-database.js';

/** A collection as the database lists it. */
export interface LiveCollection {
  readonly name: string;
  /** Hex; changes when other documents take the name's place. */
  readonly uuid: string;
}

/** Collections as such: which exist, under which UUID; renaming and dropping them. */
@Injectable()
export class RecordCollectionsRepository {
  constructor(@InjectConnection() private readonly connection: Connection) {}

  /** All collections, by name. */
  async all(): Promise<Map<string, LiveCollection>> {
    const listed = await this.database.listCollections({}, { nameOnly: false }).toArray();
    return new Map(listed.map((each) => [each.name, { name: each.name, uuid: uuidOf(each) }]));
  }

  /** UUID of a collection, hex; null when there is none of that name. */
  async uuidOf(name: string): Promise<string | null> {
    const [found] = await this.database.listCollections({ name }, { nameOnly: false }).toArray();
    return found ? uuidOf(found) : null;
  }

  /** Number of documents as the collection's own counter says, without reading them. */
  count(name: string): Promise<number> {
    return this.database.collection(name).estimatedDocumentCount();
  }

  async isEmpty(name: string): Promise<boolean> {
    return (await this.database.collection(name).findOne({}, { projection: { _id: 1 } })) === null;
  }

  /** At once and whole: readers of `to` see the old documents or the new ones. */
  async replace(from: string, to: string): Promise<void> {
    await this.database.renameCollection(from, to, { dropTarget: true, ...PATIENT });
  }

  /** Another name for the same collection. @throws Error when the name is taken, or there is nothing to rename */
  async rename(from: string, to: string): Promise<void> {
    await this.database.renameCollection(from, to, { ...PATIENT });
  }

  /** Nothing happens when there is none of that name. */
  async drop(name: string): Promise<void> {
    await again(() => this.database.dropCollection(name, { ...PATIENT }));
  }

  private get database(): mongo.Db {
    return driverDatabase(this.connection);
  }
}

function uuidOf(listed: { name: string; type?: string; info?: { uuid?: mongo.Binary } }): string {
  return listed.info?.uuid?.toString('hex') ?? listed.name;
}
