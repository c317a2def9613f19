import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection, mongo } from 'mongoose';
import { driverDatabase } from '../datasets/driver-database.js';

interface LeaseDocument {
  name: string;
  /** Process that holds it. */
  owner: string;
  /** By the clock of the database server. */
  expires_at: Date;
}

const DUPLICATE_KEY = 11_000;
const HAS_RUN_OUT = { $lte: ['$expires_at', '$$NOW'] };

/**
 * `leases`: who may do what alone. A holder that dies stops renewing, and its lease runs out. Only the server's clock
 * is ever asked: those of the hosts may differ by more than a lease.
 */
@Injectable()
export class LeasesRepository {
  constructor(@InjectConnection() private readonly connection: Connection) {}

  /** Takes or prolongs a lease that is free, run out, or the owner's already. @returns whether it is the owner's now */
  async take(name: string, owner: string, milliseconds: number): Promise<boolean> {
    const isFree = { $or: [{ $eq: [{ $ifNull: ['$owner', owner] }, owner] }, HAS_RUN_OUT] };
    const expires_at = { $cond: [isFree, { $add: ['$$NOW', milliseconds] }, '$expires_at'] };
    const taken = [{ $set: { owner: { $cond: [isFree, owner, '$owner'] }, expires_at } }];
    try {
      const lease = await this.leases.findOneAndUpdate({ name }, taken, {
        upsert: true,
        returnDocument: 'after',
      });
      return lease?.owner === owner;
    } catch (error) {
      // Somebody else made the lease at the same moment.
      if ((error as { code?: unknown }).code === DUPLICATE_KEY) return false;
      throw error;
    }
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
  async liveOwners(): Promise<Set<string>> {
    const live = await this.leases.find({ $expr: { $not: [HAS_RUN_OUT] } }).toArray();
    return new Set(live.map(({ owner }) => owner));
  }

  private get leases(): mongo.Collection<LeaseDocument> {
    return driverDatabase(this.connection).collection<LeaseDocument>('leases');
  }
}
