import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { RunStatus } from '@app/contracts';
import type { Connection, mongo } from 'mongoose';
import { driverDatabase } from '../../database/driver-database.js';
import type { RunDocument } from './run-document.js';

/** What waits for somebody to decide: previews that were asked for, and imports that were held. */
export const UNDECIDED = ['preview', 'held'] as const satisfies RunStatus[];

/** Who decided on a run, and when. */
export type Decision = Pick<RunDocument, 'decided_by' | 'decided_at'>;

type Undecided = (typeof UNDECIDED)[number];

/** A run that failed for how its file was read waits too, as long as its file is there. */
const UNREAD = 'failed';

const QUEUED = {
  status: 'queued',
  error: null,
  finished_at: null,
  progress: { phase: 'waiting', rows_read: 0, fraction: 0 },
} as const;

/** `ingestion_runs` that wait for somebody to decide. A run is decided on once: the second person finds it decided. */
@Injectable()
export class UndecidedRunsRepository {
  constructor(@InjectConnection() private readonly connection: Connection) {}

  async find(viewId: string, id: string): Promise<RunDocument | null> {
    return this.runs.findOne({ view_id: viewId, id });
  }

  /** Queues a run again, for the process that owns it from now on. @returns false when it waits for no decision */
  publish(id: string, owner: string, decision: Decision): Promise<boolean> {
    return this.decide(id, {
      ...QUEUED,
      owner,
      ...decision,
    });
  }

  /**
   * Queues a run whose file is there, to be read as it is told now.
   *
   * @returns false when it waits for nothing, or its file is gone
   */
  async readAgain(id: string, { owner, reading, dedupe }: RunDocument): Promise<boolean> {
    const set = { owner, reading, dedupe, dry_run: true, decided_by: null, decided_at: null };
    const filter = { id, file_kept: true, status: { $in: [...UNDECIDED, UNREAD] as RunStatus[] } };
    return (await this.runs.updateOne(filter, { $set: { ...QUEUED, ...set } })).matchedCount > 0;
  }

  /** What could not be begun: the run is what it was. */
  async restore(run: RunDocument): Promise<void> {
    const { id, status, error, finished_at, progress, reading, dedupe, dry_run } = run;
    const { decided_by, decided_at } = run;
    const set = { status, error, finished_at, progress, reading, dedupe, dry_run, decided_by, decided_at };
    await this.runs.updateOne({ id, status: 'queued' }, { $set: set });
  }

  /** @returns false when it waits for no decision */
  discard(id: string, decision: Decision, error: string | null): Promise<boolean> {
    return this.decide(id, { status: 'discarded', error, finished_at: new Date(), ...decision });
  }

  /** What somebody decided could not be begun: it waits as it did before. */
  async reopen(id: string, status: RunStatus): Promise<void> {
    const again = { status, decided_by: null, decided_at: null, finished_at: new Date() };
    await this.runs.updateOne({ id, status: 'queued' }, { $set: again });
  }

  /** Those of a view, newest first. */
  async ofView(viewId: string, status: Undecided): Promise<string[]> {
    const found = this.runs.find({ view_id: viewId, status }, { projection: { id: 1 } });
    return (await found.sort({ started_at: -1, id: -1 }).toArray()).map(({ id }) => id);
  }

  /** Failed runs of a view whose file is there, newest first. */
  async unread(viewId: string): Promise<string[]> {
    const unread = { view_id: viewId, status: UNREAD, file_kept: true } as const;
    const found = this.runs.find(unread, { projection: { id: 1 } });
    return (await found.sort({ started_at: -1, id: -1 }).toArray()).map(({ id }) => id);
  }

  /** Which of some failed runs have a file that can be read again. */
  async readable(ids: readonly string[]): Promise<Set<string>> {
    const readable = { id: { $in: [...ids] }, status: UNREAD, file_kept: true } as const;
    const found = await this.runs.find(readable, { projection: { id: 1 } }).toArray();
    return new Set(found.map(({ id }) => id));
  }

  /** What became of some runs, by their ids; runs that are not there any more are missing. */
  async statuses(ids: readonly string[]): Promise<Map<string, RunStatus>> {
    const found = this.runs.find({ id: { $in: [...ids] } }, { projection: { id: 1, status: 1 } });
    return new Map((await found.toArray()).map(({ id, status }) => [id, status]));
  }

  /** Notes that the files of some runs are gone. */
  async noteNoFile(ids: readonly string[]): Promise<void> {
    await this.runs.updateMany({ id: { $in: [...ids] } }, { $set: { file_kept: false } });
  }

  private async decide(id: string, set: Partial<RunDocument>): Promise<boolean> {
    const undecided = { id, status: { $in: [...UNDECIDED] } };
    return (await this.runs.updateOne(undecided, { $set: set })).matchedCount > 0;
  }

  private get runs(): mongo.Collection<RunDocument> {
    return driverDatabase(this.connection).collection<RunDocument>('ingestion_runs');
  }
}
