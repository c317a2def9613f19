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

  /** Newest first. */
  async page(
    viewId: string,
    offset: number,
    limit: number,
  ): Promise<{ runs: IngestionRun[]; total: number }> {
    const ofView = { view_id: viewId };
    const newest = this.runs.find(ofView).sort({ started_at: -1, _id: -1 }).skip(offset).limit(limit);
    const [runs, total] = await Promise.all([newest.toArray(), this.runs.countDocuments(ofView)]);
    return { runs: runs.map(toRun), total };
  }

  async begin(id: string): Promise<void> {
    await this.runs.updateOne({ id, ...UNFINISHED }, { $set: { status: 'running' } });
  }

  async advance(id: string, progress: RunProgress): Promise<void> {
    await this.runs.updateOne({ id, ...UNFINISHED }, { $set: { progress } });
  }

  async keepReport(id: string, report: RunReport): Promise<void> {
    await this.runs.updateOne({ id }, { $set: { report } });
  }

  /** Ends a run that has not ended; a run ends once. */
  async end(id: string, end: RunEnd, progress: RunProgress): Promise<void> {
    await this.runs.updateOne({ id, ...UNFINISHED }, { $set: { ...end, progress } });
  }

  unfinished(): Promise<RunDocument[]> {
    return this.runs.find(UNFINISHED).toArray();
  }

  private get runs(): mongo.Collection<RunDocument> {
    return driverDatabase(this.connection).collection<RunDocument>('ingestion_runs');
  }
}
