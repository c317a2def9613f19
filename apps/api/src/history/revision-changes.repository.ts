import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { DealChangeKind } from '@app/contracts';
import type { Connection, mongo } from 'mongoose';
import { driverDatabase } from '../database/driver-database.js';
import type { StoredRecord } from '../datasets/records.repository.js';

/** What one publish did to a deal. */
export interface StoredChange {
  run_id: string;
  revision: number;
  view_id: string;
  deal_id: string;
  kind: DealChangeKind;
  /** The document before; of a deal that was added there is none. */
  record?: StoredRecord | null;
}

const KINDS: readonly DealChangeKind[] = ['added', 'changed', 'removed'];
const BATCH = 1000;

/** `record_changes` of several publishes, deal by deal. */
@Injectable()
export class RevisionChangesRepository {
  constructor(@InjectConnection() private readonly connection: Connection) {}

  /** Ids of the deals that some runs added, changed or removed. */
  async touchedBy(runs: readonly string[]): Promise<Set<string>> {
    const touched = new Set<string>();
    const wanted = { run_id: { $in: [...runs] }, kind: { $in: [...KINDS] } };
    const found = this.changes.find(wanted, { projection: { _id: 0, deal_id: 1 } });
    for await (const { deal_id } of found.batchSize(BATCH)) touched.add(deal_id);
    return touched;
  }

  /** What some runs did to some deals, the oldest first. */
  async of(viewId: string, deals: readonly string[], runs: readonly string[]): Promise<StoredChange[]> {
    const wanted = { view_id: viewId, deal_id: { $in: [...deals] }, kind: { $in: [...KINDS] } };
    const among = new Set(runs);
    const found = (await this.changes.find(wanted).toArray()).filter(({ run_id }) => among.has(run_id));
    return found.sort((one, other) => one.revision - other.revision);
  }

  private get changes(): mongo.Collection<StoredChange> {
    return driverDatabase(this.connection).collection<StoredChange>('record_changes');
  }
}
