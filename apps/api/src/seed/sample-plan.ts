import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection, mongo } from 'mongoose';
import { again } from '../database/again.js';
import { driverDatabase } from '../database/driver-database.js';

interface PlanDocument {
  key: string;
  value: 'planned' | 'loaded';
}

const KEY = 'sample_records';

/**
 * Whether the sample records of an empty installation are still to be loaded. It is written before anything else is
 * made, so that a first start which is cut short is finished by the second.
 */
@Injectable()
export class SamplePlan {
  constructor(@InjectConnection() private readonly connection: Connection) {}

  async isPending(): Promise<boolean> {
    return (await this.value()) === 'planned';
  }

  /** Whether this installation once got its sample, whatever became of it. */
  async isLoaded(): Promise<boolean> {
    return (await this.value()) === 'loaded';
  }

  async set(value: PlanDocument['value']): Promise<void> {
    await again(() => this.settings().updateOne({ key: KEY }, { $set: { value } }, { upsert: true }));
  }

  private async value(): Promise<PlanDocument['value'] | null> {
    return (await this.settings().findOne({ key: KEY }))?.value ?? null;
  }

  private settings(): mongo.Collection<PlanDocument> {
    return driverDatabase(this.connection).collection<PlanDocument>('settings');
  }
}
