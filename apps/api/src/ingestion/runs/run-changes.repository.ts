import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { DealChangeKind, RunChange } from '@app/contracts';
import type { Connection, mongo } from 'mongoose';
import { driverDatabase } from '../../database/driver-database.js';

type Stored = Omit<RunChange, 'fields'> & {
  readonly run_id: string;
  readonly at: number;
  readonly fields?: NonNullable<RunChange['fields']>;
};

const BATCH = 1000;

/** `record_changes`, as far as lists of a run show them. */
@Injectable()
export class RunChangesRepository {
  constructor(@InjectConnection() private readonly connection: Connection) {}

  /** Changes of a kind in their order, from one on. */
  async *of(runId: string, kind: DealChangeKind, from: number): AsyncGenerator<RunChange> {
    const found = this.changes
      .find({ run_id: runId, kind, at: { $gte: from } }, { projection: { record: 0 } })
      .sort({ at: 1 })
      .batchSize(BATCH);
    for await (const { deal_id, client, stage, value, fields } of found)
      yield { deal_id, kind, client, stage, value, fields: fields ?? null };
  }

  /** How many fields change in the changed deals of a run. */
  async countFields(runId: string): Promise<number> {
    const changed = this.changes.find(
      { run_id: runId, kind: 'changed' },
      { projection: { 'fields.field': 1 } },
    );
    let count = 0;
    for await (const { fields = [] } of changed.batchSize(BATCH)) count += fields.length;
    return count;
  }

  private get changes(): mongo.Collection<Stored> {
    return driverDatabase(this.connection).collection<Stored>('record_changes');
  }
}
