import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection, mongo } from 'mongoose';
import { driverDatabase } from '../database/driver-database.js';
import { isDuplicateKey } from '../database/duplicate-key.js';

interface CounterDocument {
  /** What is counted, and of whom. */
  _id: string;
  count: number;
  /** When counting begins anew. */
  expires_at: Date;
}

/** How often something was done since counting began. */
export interface Count {
  readonly count: number;
  readonly until: Date;
}

/** Others may begin anew between our two steps; not for ever. */
const ATTEMPTS = 5;

/** `rate_limits`: counts that all processes on the database share. */
@Injectable()
export class CountersRepository {
  constructor(@InjectConnection() private readonly connection: Connection) {}

  /** Counts one more, in one step of the database. The first one opens the window in which others are counted. */
  async add(key: string, windowMs: number): Promise<Count> {
    for (let attempt = 1; ; attempt += 1) {
      const now = new Date();
      const until = new Date(now.getTime() + windowMs);
      try {
        return await this.increase(key, now, until);
      } catch (error) {
        if (!isDuplicateKey(error) || attempt === ATTEMPTS) throw error;
        // A count that is over stands in the way until the database removes it; or somebody was first a moment ago.
        await this.counters.updateOne(
          { _id: key, expires_at: { $lte: now } },
          { $set: { count: 0, expires_at: until } },
        );
      }
    }
  }

  private async increase(key: string, now: Date, until: Date): Promise<Count> {
    const counted = await this.counters.findOneAndUpdate(
      { _id: key, expires_at: { $gt: now } },
      { $inc: { count: 1 }, $setOnInsert: { expires_at: until } },
      { upsert: true, returnDocument: 'after' },
    );
    if (!counted) throw new Error('A count that was just written is not there.');
    return { count: counted.count, until: counted.expires_at };
  }

  private get counters(): mongo.Collection<CounterDocument> {
    return driverDatabase(this.connection).collection<CounterDocument>('rate_limits');
  }
}
