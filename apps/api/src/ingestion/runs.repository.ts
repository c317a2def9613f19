import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { IngestionRun, RunProgress, RunReport } from '@app/contracts';
import type { Connection, mongo } from 'mongoose';
import { driverDatabase } from '../datasets/driver-database.js';
import { type RunDocument, toRun } from './run-document.js';

/** How a run ended. */
export interface RunEnd {
  status: 'published' | 'unchanged' | 'failed';
  revision: number | null;
  error: string | null;
  finished_at: Date;
}

/** Where a page of runs ended. */
export interface RunPlace {
  startedAt: Date;
  id: string;
}

const UNFINISHED = { status: { $in: ['queued', 'running'] as IngestionRun['status'][] } };

/** `ingestion_runs`. */
@Injectable()
export class RunsRepository {
  constructor(@InjectConnection() private readonly connection: Connection) {}

  async add(run: RunDocument): Promise<void> {
    // A copy: the driver adds `_id` to what it is given.
    await this.runs.insertOne({ ...run });
  }

  async ofView(viewId: string, id: string): Promise<IngestionRun | null> {
    const found = await this.runs.findOne({ view_id: viewId, id });
    return found && toRun(found);
  }

  /** Newest first, from after a place on. */
  async page(viewId: string, after: RunPlace | null, limit: number): Promise<IngestionRun[]> {
    const older = after && [
      { started_at: { $lt: after.startedAt } },
      { started_at: after.startedAt, id: { $lt: after.id } },
    ];
    const found = this.runs.find({ view_id: viewId, ...(older && { $or: older }) });
    return (await found.sort({ started_at: -1, id: -1 }).limit(limit).toArray()).map(toRun);
  }

  count(viewId: string): Promise<number> {
    return this.runs.countDocuments({ view_id: viewId });
  }

  async begin(id: string): Promise<void> {
    await this.runs.updateOne({ id, ...UNFINISHED }, { $set: { status: 'running' } });
  }

  async advance(id: string, progress: RunProgress): Promise<void> {
    await this.runs.updateOne({ id, ...UNFINISHED }, { $set: { progress } });
  }

  /** Before the publish: a run whose end a crash prevents is found published with its report. */
  async keepReport(id: string, report: RunReport): Promise<void> {
    await this.runs.updateOne({ id }, { $set: { report, 'progress.rows_read': report.rows_read } });
  }

  /** Ends a run that has not ended; a run ends once. */
  async end(id: string, end: RunEnd): Promise<void> {
    const done = { 'progress.phase': 'done' as const, 'progress.fraction': 1 };
    await this.runs.updateOne({ id, ...UNFINISHED }, { $set: { ...end, ...done } });
  }

  unfinished(): Promise<RunDocument[]> {
    return this.runs.find(UNFINISHED).toArray();
  }

  private get runs(): mongo.Collection<RunDocument> {
    return driverDatabase(this.connection).collection<RunDocument>('ingestion_runs');
  }
}
