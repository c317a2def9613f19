import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { IngestionRun, IngestionRunPage, RunRollback, RunSource } from '@app/contracts';
import type { Asker } from '../users/asker.js';
import { RecordSetsService } from '../datasets/record-sets.service.js';
import { foreignCursor, fromCursor, toCursor } from '../http/cursor.js';
import { Refusal, refusedField } from '../refusals/refusal.js';
import type { StoredView } from '../views/stored-view.js';
import { LeasesService } from '../leases/leases.service.js';
import { noRun, type RunDocument, toRun } from './runs/run-document.js';
import { NOTHING_SAID, type StoredRunReading, toStoredReading } from './runs/run-reading.js';
import { RoomService } from './room.service.js';
import type { WantedRuns } from './run-list-parameters.js';
import { INTERRUPTED } from './settlement.service.js';
import { RunAuditService } from './run-audit.service.js';
import { RunQueueService } from './run-queue.service.js';
import { type RunPlace, RunsRepository } from './runs/runs.repository.js';
import type { UploadForm } from './upload-form.js';
import type { UploadArguments } from './upload-parameters.js';
import type { WantedSheet } from './sources/sheet-fetcher.service.js';
import { UploadsService } from './uploads.service.js';

/** Who or what starts a run, and with what. */
export interface NewRun {
  readonly view: StoredView;
  readonly startedBy: string;
  readonly source: RunSource;
  readonly path: string | null;
  /** Sheet that has to be fetched into that file first. */
  readonly wanted?: WantedSheet;
  readonly id?: string;
  /** How it is told to read its file. */
  readonly reading?: StoredRunReading;
  /** Shows what it would change, and publishes nothing by itself. */
  readonly isDryRun?: boolean;
  /** Whether the sheet replaces the data, as it does unless said, or is merged into it. */
  readonly mode?: IngestionRun['mode'];
  /** The earlier run whose data it brings back. */
  readonly rollback?: RunRollback;
}

/** A run as it begins, and when it has ended, whichever way. */
export interface StartedRun {
  readonly run: IngestionRun;
  readonly ended: Promise<void>;
}

/** Who sends a file, and where to. */
export interface Sender {
  readonly view: StoredView;
  readonly by: Asker;
}

/** Runs: starting them, and telling how they are doing. */
@Injectable()
export class IngestionService {
  constructor(
    private readonly uploads: UploadsService,
    private readonly room: RoomService,
    private readonly queue: RunQueueService,
    private readonly runs: RunsRepository,
    private readonly leases: LeasesService,
    private readonly sets: RecordSetsService,
    private readonly audit: RunAuditService,
  ) {}

  /**
   * Receives a file and queues its run; the answer does not wait until the file is read.
   *
   * @param sender who sends it and where to, asked once the file is here: whose right has gone by then imports nothing
   */
  async upload(
    view: StoredView,
    form: UploadForm,
    wanted: UploadArguments,
    sender: () => Promise<Sender>,
  ): Promise<IngestionRun> {
    refuseMaster(view);
    refuseMerge(view, wanted);
    await this.room.look(view, (await sender()).by.email, wanted.dryRun);
    const id = randomUUID();
    const { upload, sender: found } = await this.uploads.receive(form, id, wanted, sender);
    const { path, name, size, kind: type } = upload;
    const source: RunSource = { type, name, url: null, size };
    return (
      await this.ask({
        view: found.view,
        startedBy: found.by.email,
        source,
        path,
        id,
        isDryRun: wanted.dryRun,
        reading: toStoredReading(wanted),
        mode: wanted.mode,
      })
    ).run;
  }

  /**
   * Starts what somebody asks for, as long as there is room in the queue.
   * @throws Refusal when too many are waiting
   */
  async ask(wanted: NewRun): Promise<StartedRun> {
    const run = this.newRun(wanted);
    const started = await this.add(wanted, run, () => this.room.admit(wanted.view, run));
    await this.audit.asked(wanted.view, run);
    return started;
  }

  /** Starts what the product does by itself. */
  start(wanted: NewRun): Promise<StartedRun> {
    return this.add(wanted, this.newRun(wanted));
  }

  /**
   * Whether a run ended with its process, or never began. One that never began is kept as such, so that a process that
   * stood still finds it there and cannot begin it any more.
   */
  async wasInterrupted(wanted: NewRun & { id: string }): Promise<boolean> {
    const run = await this.runs.ofView(wanted.view.id, wanted.id);
    if (run) return run.status === 'failed' && run.error === INTERRUPTED;
    const end = { status: 'failed', finished_at: new Date(), error: INTERRUPTED } as const;
    return this.runs.addOnce({ ...this.newRun(wanted), ...end });
  }

  private async add(
    { view, path, wanted }: NewRun,
    run: RunDocument,
    admit?: () => Promise<string[]>,
  ): Promise<StartedRun> {
    const { ended } = await this.queue.add({ run, view, path, wanted: wanted ?? null }, admit);
    return { run: toRun(run), ended };
  }

  async one(view: StoredView, id: string): Promise<IngestionRun> {
    const run = await this.runs.ofView(view.id, id);
    if (!run) throw noRun(view, id);
    await this.follow(view, [run]);
    return run;
  }

  async page(view: StoredView, { statuses, limit, cursor }: WantedRuns): Promise<IngestionRunPage> {
    const which = { viewId: view.id, statuses };
    const found = await this.runs.page(which, cursor === null ? null : placeOf(cursor), limit + 1);
    const items = found.slice(0, limit);
    const last = found.length > limit ? items.at(-1) : undefined;
    await this.follow(view, items);
    return {
      items,
      next_cursor: last ? toCursor({ at: last.started_at, id: last.id }) : null,
      total: await this.runs.count(which),
    };
  }

  /** What another process published is read here before it is said to be published. */
  private async follow(view: StoredView, runs: readonly Pick<IngestionRun, 'revision'>[]): Promise<void> {
    const published = Math.max(0, ...runs.map(({ revision }) => revision ?? 0));
    if ((this.sets.peek(view.id)?.state.revision ?? 0) < published) await this.sets.refresh(view);
  }

  private newRun({
    view,
    startedBy,
    source,
    id = randomUUID(),
    isDryRun = false,
    reading = NOTHING_SAID,
    mode = 'replace',
    rollback,
  }: NewRun): RunDocument {
    return {
      id,
      view_id: view.id,
      status: 'queued',
      mode,
      dry_run: isDryRun,
      reading,
      file_kept: false,
      rollback: rollback ?? null,
      source,
      started_by: startedBy,
      started_at: new Date(),
      finished_at: null,
      revision: null,
      progress: { phase: 'waiting', rows_read: 0, fraction: 0 },
      error: null,
      decided_by: null,
      decided_at: null,
      report: null,
      dedupe: view.dedupe,
      owner: this.leases.owner,
      staging: null,
    };
  }
}

/** @throws Refusal for a view without data of its own */
export function refuseMaster(view: StoredView): void {
  if (!view.isMaster) return;
  throw new Refusal(
    'not_offered',
    `${view.name} adds up other views and has no data of its own: upload to one of them.`,
  );
}

/** @throws Refusal for a merge into a view whose rows cannot be recognised */
export function refuseMerge(view: StoredView, { mode }: Pick<UploadArguments, 'mode'>): void {
  if (mode !== 'merge' || view.dedupe !== 'none') return;
  throw refusedField(
    'mode',
    `${view.name} keeps every row as a deal of its own, so that no row can be recognised as a deal that is there: use mode=replace, or choose another rule for what is one deal.`,
    'not_offered',
  );
}

function placeOf(cursor: string): RunPlace {
  const { at, id } = fromCursor(cursor);
  const startedAt = new Date(String(at));
  if (typeof id !== 'string' || Number.isNaN(startedAt.getTime())) {
    throw foreignCursor();
  }
  return { startedAt, id };
}
