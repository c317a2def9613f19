import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection, mongo } from 'mongoose';
import { driverDatabase } from '../../database/driver-database.js';
import type { RunDocument } from './run-document.js';

const HELD = 'held';

/** Who decided on a held run, and when. */
export type Decision = Pick<RunDocument, 'decided_by' | 'decided_at'>;

/** `ingestion_runs` that wait for somebody to decide. A run is decided on once: the second person finds it decided. */
@Injectable()
export class HeldRunsRepository {
  constructor(@InjectConnection() private readonly connection: Connection) {}

  async find(viewId: string, id: string): Promise<RunDocument | null> {
    return this.runs.findOne({ view_id: viewId, id });
  }

  /** Queues a held run again, for the process that owns it from now on. @returns false when it is not held */
  publish(id: string, owner: string, decision: Decision): Promise<boolean> {
    return this.decide(id, {
      status: 'queued',
      owner,
      error: null,
      finished_at: null,
      progress: { phase: 'waiting', rows_read: 0, fraction: 0 },
      ...decision,
    });
  }

  /** @returns false when it is not held */
  discard(id: string, decision: Decision, error: string | null): Promise<boolean> {
    return this.decide(id, { status: 'discarded', error, finished_at: new Date(), ...decision });
  }

  /** Holds it again: what somebody decided could not be begun. */
  async reopen(id: string): Promise<void> {
    const again = { status: HELD, decided_by: null, decided_at: null, finished_at: new Date() } as const;
    await this.runs.updateOne({ id, status: 'queued' }, { $set: again });
  }

  /** Held runs of a view, newest first. */
  async ofView(viewId: string): Promise<string[]> {
    const held = this.runs.find({ view_id: viewId, status: HELD }, { projection: { id: 1 } });
    return (await held.sort({ started_at: -1, id: -1 }).toArray()).map(({ id }) => id);
  }

  /** Which of some runs still need their file. */
  async waiting(ids: readonly string[]): Promise<Set<string>> {
    const found = await this.runs
      .find(
        { id: { $in: [...ids] }, status: { $in: [HELD, 'queued', 'running'] } },
        { projection: { id: 1 } },
      )
      .toArray();
    return new Set(found.map(({ id }) => id));
  }

  private async decide(id: string, set: Partial<RunDocument>): Promise<boolean> {
    return (await this.runs.updateOne({ id, status: HELD }, { $set: set })).matchedCount > 0;
  }

  private get runs(): mongo.Collection<RunDocument> {
    return driverDatabase(this.connection).collection<RunDocument>('ingestion_runs');
  }
}
