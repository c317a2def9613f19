import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection, mongo } from 'mongoose';
import { driverDatabase } from '../datasets/driver-database.js';

interface LeaseDocument {
  name: string;
  /** Process that holds it. */
  owner: string;
  expires_at: Date;
}

const DUPLICATE_KEY = 11_000;

/** `leases`: who may do what alone. A holder that dies stops renewing, and its lease runs out. */
@Injectable()
export class LeasesRepository {
  constructor(@InjectConnection() private readonly connection: Connection) {}

  /** Takes a lease that is free, run out, or the owner's already. @returns whether it is the owner's now */
  async take(name: string, owner: string, now: Date, expires: Date): Promise<boolean> {
    const free = { name, $or: [{ owner }, { expires_at: { $lte: now } }] };
    try {
      const taken = { $set: { owner, expires_at: expires }, $setOnInsert: { name } };
      const { matchedCount, upsertedCount } = await this.leases.updateOne(free, taken, { upsert: true });
      return matchedCount + upsertedCount > 0;
    } catch (error) {
      if ((error as { code?: unknown }).code === DUPLICATE_KEY) return false;
      throw error;
    }
  }

  /** Prolongs every lease of an owner. @returns how many it holds */
  async renew(owner: string, expires: Date): Promise<number> {
    return (await this.leases.updateMany({ owner }, { $set: { expires_at: expires } })).matchedCount;
  }

  async release(name: string, owner: string): Promise<void> {
    await this.leases.deleteOne({ name, owner });
  }

  async releaseAll(owner: string): Promise<void> {
    await this.leases.deleteMany({ owner });
  }

  /** Only for who knows that no other process can reach this database. */
  async clear(): Promise<void> {
    await this.leases.deleteMany({});
  }

  /** Owners that hold a lease which has not run out. */
  async liveOwners(now: Date): Promise<Set<string>> {
    const live = await this.leases.find({ expires_at: { $gt: now } }).toArray();
    return new Set(live.map(({ owner }) => owner));
  }

  private get leases(): mongo.Collection<LeaseDocument> {
    return driverDatabase(this.connection).collection<LeaseDocument>('leases');
  }
}
