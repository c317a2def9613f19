import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection, mongo } from 'mongoose';
import { driverDatabase } from '../database/driver-database.js';
import { isDuplicateKey } from '../database/duplicate-key.js';

/** The newest tick of a view, and the run that it led to. */
export interface ScheduledRefresh {
  view_id: string;
  /** When it was due. */
  tick: Date;
  /** Null where the tick was over before the view took part. */
  run_id: string | null;
  /** Runs begun for this tick. */
  attempts: number;
}

/** `scheduled_refreshes`: which tick each view has had. Whoever changes an entry first has the tick. */
@Injectable()
export class ScheduledRefreshesRepository {
  constructor(@InjectConnection() private readonly connection: Connection) {}

  async ofView(viewId: string): Promise<ScheduledRefresh | null> {
    return this.entries.findOne({ view_id: viewId }, { projection: { _id: 0 } });
  }

  /** A view takes part from now on. @returns false when it does already */
  async begin(viewId: string, tick: Date): Promise<boolean> {
    try {
      await this.entries.insertOne({ view_id: viewId, tick, run_id: null, attempts: 0 });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  /** @returns false when the entry is not as it was read any more */
  async claim(seen: ScheduledRefresh, next: Omit<ScheduledRefresh, 'view_id'>): Promise<boolean> {
    const { view_id, tick, run_id, attempts } = seen;
    const { matchedCount } = await this.entries.updateOne(
      { view_id, tick, run_id, attempts },
      { $set: { ...next } },
    );
    return matchedCount > 0;
  }

  private get entries(): mongo.Collection<ScheduledRefresh> {
    return driverDatabase(this.connection).collection<ScheduledRefresh>('scheduled_refreshes');
  }
}
