import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection, mongo } from 'mongoose';
import { again } from '../database/again.js';
import { driverDatabase } from '../database/driver-database.js';
import { isDuplicateKey } from '../database/duplicate-key.js';

interface LeaseDocument {
  name: string;
  /** Process that holds it. */
  owner: string;
  /** By the clock of the database server. */
  expires_at: Date;
}

/**
 * `leases`: who may do what alone. A holder that dies stops renewing, and its lease runs out. Only the server's clock
 * is ever asked: those of the hosts may differ by more than a lease. Every server of the protocol tells it in its
 * reply to `hello`, also one that knows neither pipelines in updates nor `$$NOW`. A time that has grown old on the way
 * makes a lease of others look longer and one's own shorter: both are the safe side.
 */
@Injectable()
export class LeasesRepository {
  constructor(@InjectConnection() private readonly connection: Connection) {}

  /** Takes or renews a lease that is free, has run out or is the owner's. @returns whether it is the owner's now */
  async take(name: string, owner: string, milliseconds: number): Promise<boolean> {
    const now = await this.serverTime();
    const isFree = { name, $or: [{ owner }, { expires_at: { $lte: now } }] };
    const taken = { owner, expires_at: new Date(now.getTime() + milliseconds) };
    try {
      const { matchedCount, upsertedCount } = await again(() =>
        this.leases.updateOne(isFree, { $set: taken, $setOnInsert: { name } }, { upsert: true }),
      );
      return matchedCount + upsertedCount > 0;
    } catch (error) {
      // Somebody else has it, or made it at the same moment.
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  async release(name: string, owner: string): Promise<void> {
    await this.leases.deleteOne({ name, owner });
  }

  async releaseAll(owner: string): Promise<void> {
    await this.leases.deleteMany({ owner });
  }

  /** Only where no other process can reach this database. */
  async clear(): Promise<void> {
    await this.leases.deleteMany({});
  }

  /** Owners that hold a lease which has not run out. */
  async liveOwners(): Promise<Set<string>> {
    const live = await this.leases.find({ expires_at: { $gt: await this.serverTime() } }).toArray();
    return new Set(live.map(({ owner }) => owner));
  }

  private async serverTime(): Promise<Date> {
    const { localTime } = await driverDatabase(this.connection).command({ isMaster: 1 });
    if (!(localTime instanceof Date)) throw new Error('The database server does not tell its time.');
    return localTime;
  }

  private get leases(): mongo.Collection<LeaseDocument> {
    return driverDatabase(this.connection).collection<LeaseDocument>('leases');
  }
}
