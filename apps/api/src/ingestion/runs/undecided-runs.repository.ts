import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { RunStatus } from '@app/contracts';
import type { Connection, mongo } from 'mongoose';
import { driverDatabase } from '../../database/driver-database.js';
import { NEEDS_NO_UPLOAD } from './resumable.js';
import type { RunDocument } from './run-document.js';

/** What waits for somebody to decide: previews that were asked for, and imports that were held. */
export const UNDECIDED = ['preview', 'held'] as const satisfies RunStatus[];

/** Who decided on a run, and when. */
export type Decision = Pick<RunDocument, 'decided_by' | 'decided_at'>;

/** Where a run began, and by whom; the schedule is one person. */
export type Begun = Pick<RunDocument, 'view_id' | 'started_by'>;

type Undecided = (typeof UNDECIDED)[number];

/** A run that failed for how its file was read waits too, as long as its file is there. */
const UNREAD = 'failed';

const QUEUED = {
  status: 'queued',
  error: null,
  finished_at: null,
  progress: { phase: 'waiting', rows_read: 0, fraction: 0 },
} as const;

const NOBODY = { decided_by: null, decided_at: null };
/** What a run was that waits to be published, by whether it is a preview. */
const WAITED = [
  [true, 'preview'],
  [false, 'held'],
] as const;

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

  /**
   * Takes a decision to publish back, as long as no publish is announced. A run that still waited for its turn shows what
   * it did before; of one under way the process publishes nothing from now on.
   *
   * @returns the run as it is; null where there is no such decision
   */
  async withdraw(viewId: string, id: string): Promise<RunDocument | null> {
    const decided = { id, view_id: viewId, decided_by: { $ne: null }, settling: { $exists: false } };
    const after = { returnDocument: 'after' } as const;
    for (const [dry_run, status] of WAITED) {
      const undone = { ...NOBODY, status, finished_at: new Date(), 'progress.phase': 'done' as const };
      const waiting = { ...decided, dry_run, status: 'queued' } as const;
      const found = await this.runs.findOneAndUpdate(waiting, { $set: undone }, after);
      if (found) return found;
    }
    const unannounced = { ...decided, status: 'running', publishing: { $exists: false } } as const;
    return this.runs.findOneAndUpdate(unannounced, { $set: { settling: true } }, after);
  }

  /**
   * Queues a run again whose publish came to nothing, to show what it would change: what it showed may be lost in part.
   *
   * @returns false for a run that nobody decided on, or whose file is gone
   */
  async showAgain(id: string, owner: string): Promise<boolean> {
    const decided = { id, status: { $in: ['queued', 'running'] as RunStatus[] }, decided_by: { $ne: null } };
    const filter = { ...decided, ...NEEDS_NO_UPLOAD };
    const set = { ...QUEUED, ...NOBODY, owner, dry_run: true, staging: null };
    const again = { $set: set, $unset: { settling: '', publishing: '' } } as const;
    return (await this.runs.updateOne(filter, again)).matchedCount > 0;
  }

  /** Makes a process the owner of a run that waits for its turn. @returns false when another one was faster */
  async adopt({ id, owner: before }: RunDocument, owner: string): Promise<boolean> {
    const waiting = { id, owner: before, status: 'queued' } as const;
    return (await this.runs.updateOne(waiting, { $set: { owner } })).matchedCount > 0;
  }

  /** Ends a run that waited to be read, and whose file is gone. */
  async endWithoutFile(id: string, error: string): Promise<void> {
    const failed = { status: 'failed', file_kept: false, error, finished_at: new Date() } as const;
    await this.runs.updateOne({ id, status: 'queued' }, { $set: { ...failed, 'progress.phase': 'done' } });
  }

  /** Those that a person began in a view, newest first. */
  async ofPerson({ view_id, started_by }: Begun, status: Undecided): Promise<string[]> {
    const found = this.runs.find({ view_id, started_by, status }, { projection: { id: 1 } });
    return (await found.sort({ started_at: -1, id: -1 }).toArray()).map(({ id }) => id);
  }

  /** Failed runs that a person began in a view and whose file is there, newest first. */
  async unread({ view_id, started_by }: Begun): Promise<string[]> {
    const unread = { view_id, started_by, status: UNREAD, file_kept: true } as const;
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
