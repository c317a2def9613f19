import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type {
  IngestionRun,
  IngestionRunSummary,
  RunProgress,
  RunReport,
  RunSource,
  RunStatus,
} from '@app/contracts';
import type { Connection, mongo } from 'mongoose';
import { publishedBetween, UNDONE_RUN, type UndoneRun } from '../staging/way-back.js';
import { driverDatabase } from '../../database/driver-database.js';
import type { Publishing } from '../../datasets/metadata-document.js';
import { PUBLISHED_READING, type PublishedReading } from './last-readings.js';
import { isResumable, NOT_RESUMABLE } from './resumable.js';
import { OUTLINE, type RunDocument, type RunOutline, toRun, toSummary } from './run-document.js';
import { RoomWaits } from './room-waits.js';
import type { StagingRef } from '../staging/staging-ref.js';
import { isDuplicateKey } from '../../database/duplicate-key.js';

/** How a run ended. */
export interface RunEnd {
  status: 'published' | 'unchanged' | 'preview' | 'held' | 'failed';
  revision: number | null;
  error: string | null;
  finished_at: Date;
}

/** What is kept of a run beside its report. */
export type Told = Pick<RunDocument, 'shown' | 'data_digest'>;

/** Who or what cancelled a run. */
export type Cancellation = Pick<RunDocument, 'decided_by' | 'decided_at' | 'error'>;

/** Which runs are listed. */
export interface ListedRuns {
  viewId: string;
  /** What they may be; anything where none is given. */
  statuses: readonly RunStatus[];
}

/** Where a page of runs ended. */
export interface RunPlace {
  startedAt: Date;
  id: string;
}

const UNFINISHED = { status: { $in: ['queued', 'running'] as IngestionRun['status'][] } };
const DONE: readonly IngestionRun['status'][] = [
  'published',
  'unchanged',
  'failed',
  'cancelled',
  'discarded',
];
/** Its process may go on with it: nobody has begun to end it. */
const IN_FORCE = { ...UNFINISHED, settling: { $exists: false } };

const filterOf = ({ viewId, statuses }: ListedRuns): mongo.Filter<RunDocument> => ({
  view_id: viewId,
  ...(statuses.length > 0 && { status: { $in: [...statuses] } }),
});

/** `ingestion_runs`. */
@Injectable()
export class RunsRepository {
  constructor(
    @InjectConnection() private readonly connection: Connection,
    private readonly waits: RoomWaits,
  ) {}

  async add(run: RunDocument): Promise<void> {
    // A copy: the driver adds `_id` to what it is given.
    await this.runs.insertOne({ ...run });
  }

  /** @returns false when there is a run of this id already */
  async addOnce(run: RunDocument): Promise<boolean> {
    try {
      await this.add(run);
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  async ofView(viewId: string, id: string): Promise<IngestionRun | null> {
    const found = await this.runs.findOne({ view_id: viewId, id });
    return found && this.waits.told(toRun(found));
  }

  /** How the sheets of a view were read that were published, newest first. */
  publishedReadings(viewId: string): Promise<PublishedReading[]> {
    return this.runs
      .find<PublishedReading>({ view_id: viewId, status: 'published' }, { projection: PUBLISHED_READING })
      .sort({ revision: -1 })
      .toArray();
  }

  /** Newest first, those after a place. */
  async page(which: ListedRuns, after: RunPlace | null, limit: number): Promise<IngestionRunSummary[]> {
    const older = after && [
      { started_at: { $lt: after.startedAt } },
      { started_at: after.startedAt, id: { $lt: after.id } },
    ];
    const found = this.runs.find<RunOutline>(
      { ...filterOf(which), ...(older && { $or: older }) },
      { projection: OUTLINE },
    );
    const outlines = await found.sort({ started_at: -1, id: -1 }).limit(limit).toArray();
    return outlines.map((outline) => this.waits.told(toSummary(outline)));
  }

  count(which: ListedRuns): Promise<number> {
    return this.runs.countDocuments(filterOf(which));
  }

  /** A run that made a revision; null when there is none with that id. */
  published(viewId: string, id: string): Promise<RunDocument | null> {
    return this.runs.findOne({ view_id: viewId, id, status: 'published' });
  }

  /** The run that last made the data of a view, or found it as its sheet says; null when there is none. */
  async lastRead(viewId: string): Promise<RunDocument | null> {
    const settled = {
      view_id: viewId,
      status: { $in: ['published', 'unchanged'] as IngestionRun['status'][] },
    };
    return this.runs.find(settled).sort({ finished_at: -1 }).limit(1).next();
  }

  /** What was published after one revision and up to another. */
  publishedBetween(viewId: string, after: number, upTo: number): Promise<UndoneRun[]> {
    const between = publishedBetween(viewId, after, upTo);
    return this.runs.find<UndoneRun>(between, { projection: UNDONE_RUN }).toArray();
  }

  /** @returns false when somebody else ends the run, or has ended it */
  async begin(id: string): Promise<boolean> {
    return this.change({ id, ...IN_FORCE }, { status: 'running' });
  }

  async advance(id: string, progress: RunProgress): Promise<void> {
    await this.change({ id, ...IN_FORCE }, { progress });
  }

  /** What is known of the source once its file is there. */
  async noteSource(id: string, source: RunSource): Promise<void> {
    await this.change({ id, ...IN_FORCE }, { source });
  }

  /** What tells its file from any other. */
  async noteHash(id: string, source_hash: string): Promise<void> {
    await this.change({ id, ...IN_FORCE }, { source_hash });
  }

  /** Before the publish: a run whose end a crash prevents is found published with its report. */
  async keepReport(id: string, report: RunReport, more: Told): Promise<void> {
    const isShown = more.shown !== undefined;
    const kept = { report, 'progress.rows_read': report.rows_read, ...more };
    await this.change({ id, ...UNFINISHED }, isShown ? { ...kept, file_kept: true } : kept);
  }

  /** Notes that the file of a run is there to be read again. */
  async noteFile(id: string): Promise<void> {
    await this.change({ id, ...UNFINISHED }, { file_kept: true });
  }

  /**
   * The last step before a publish is announced. Whoever ends a run takes it over first: only one of the two happens.
   *
   * @returns false when somebody else ends the run, or has ended it
   */
  async announce(id: string, publishing: Publishing): Promise<boolean> {
    return this.change({ id, ...IN_FORCE }, { publishing, 'progress.phase': 'publishing' });
  }

  /**
   * From now on its process publishes nothing.
   *
   * @returns the run as it is; null when it has ended, or waits for a process to resume it
   */
  async takeOver(id: string, owner: string): Promise<RunDocument | null> {
    const settled = { $set: { settling: true, owner } };
    const filter: mongo.Filter<RunDocument> = { id, ...UNFINISHED, ...NOT_RESUMABLE };
    return this.runs.findOneAndUpdate(filter, settled, { returnDocument: 'after' });
  }

  /** Ends a run that has not ended; a run ends once. @returns whether this did it */
  async end(id: string, end: RunEnd): Promise<boolean> {
    const done = { 'progress.phase': 'done' as const, 'progress.fraction': 1 };
    // A run that is held again is undecided again; the file of one that is done is about to go.
    const undecided =
      end.status === 'held' || end.status === 'preview' ? { decided_by: null, decided_at: null } : {};
    const over = DONE.includes(end.status) && end.status !== 'failed' ? { file_kept: false } : {};
    const { matchedCount } = await this.runs.updateOne(
      { id, ...UNFINISHED },
      { $set: { ...end, ...done, ...undecided, ...over }, $unset: { settling: '', publishing: '' } },
    );
    return matchedCount > 0;
  }

  /**
   * Ends a run that has announced no publish yet: from now on its process publishes nothing.
   *
   * @returns the run as it is; null when it has ended, is about to be published, or is not there
   */
  async cancel(viewId: string, id: string, why: Cancellation): Promise<RunDocument | null> {
    const unannounced = { ...IN_FORCE, publishing: { $exists: false } };
    const cancelled = {
      ...why,
      status: 'cancelled' as const,
      finished_at: new Date(),
      report: null,
      file_kept: false,
      'progress.phase': 'done' as const,
    };
    return this.runs.findOneAndUpdate(
      { id, view_id: viewId, ...unannounced },
      { $set: cancelled },
      { returnDocument: 'after' },
    );
  }

  /** Which of some runs were cancelled, or are being ended by somebody. */
  async stopped(ids: readonly string[]): Promise<string[]> {
    const found = this.runs.find(
      { id: { $in: [...ids] }, $or: [{ status: 'cancelled' }, { settling: true }] },
      { projection: { id: 1, _id: 0 } },
    );
    return (await found.toArray()).map(({ id }) => id);
  }

  /** The collection that a run filled, or began to. */
  async stagingOf(id: string): Promise<StagingRef | null> {
    return (await this.runs.findOne({ id }, { projection: { staging: 1 } }))?.staging ?? null;
  }

  unfinished(): Promise<RunDocument[]> {
    return this.runs.find(UNFINISHED).toArray();
  }

  /** Null when there is no such run. */
  async statusOf(id: string): Promise<IngestionRun['status'] | null> {
    return (await this.runs.findOne({ id }, { projection: { status: 1 } }))?.status ?? null;
  }

  /** Whether any process may carry it out now. */
  async isResumable(id: string): Promise<boolean> {
    const found = await this.runs.findOne({ id }, { projection: { report: 0 } });
    return found !== null && isResumable(found);
  }

  /** Of the runs that name one of the given staging collections, those that do not need it any more. */
  doneWith(stagings: readonly string[]): Promise<RunDocument[]> {
    return this.runs.find({ status: { $in: [...DONE] }, 'staging.name': { $in: [...stagings] } }).toArray();
  }

  private async change(
    filter: mongo.Filter<RunDocument>,
    fields: mongo.MatchKeysAndValues<RunDocument>,
  ): Promise<boolean> {
    return (await this.runs.updateOne(filter, { $set: fields })).matchedCount > 0;
  }

  private get runs(): mongo.Collection<RunDocument> {
    return driverDatabase(this.connection).collection<RunDocument>('ingestion_runs');
  }
}
