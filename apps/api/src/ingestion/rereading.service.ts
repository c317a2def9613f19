import { Injectable } from '@nestjs/common';
import { wordsOf } from './runs/run-words.js';
import type { ChooseReading, IngestionRun } from '@app/contracts';
import { Refusal } from '../refusals/refusal.js';
import type { Asker } from '../users/asker.js';
import type { StoredView } from '../views/stored-view.js';
import { LeasesService } from '../leases/leases.service.js';
import { LeftoversRepository } from './runs/leftovers.repository.js';
import { RunQueueService } from './run-queue.service.js';
import { KeptFilesRepository } from './runs/kept-files.repository.js';
import { noRun, type RunDocument, toRun } from './runs/run-document.js';
import { isResumable } from './runs/resumable.js';
import { toStoredReading } from './runs/run-reading.js';
import { UndecidedRunsRepository } from './runs/undecided-runs.repository.js';
import { refuseOldMerge } from './old-merge.js';
import { refuseSheetOf } from './sheet-choice.js';
import { SpoolService } from './spool.service.js';

const NO_FILE = 'The server stopped, and the file of this import is no longer there: upload the file again.';

/** Reads the file of a run once more, as people say that it is written. */
@Injectable()
export class RereadingService {
  constructor(
    private readonly runs: UndecidedRunsRepository,
    private readonly files: KeptFilesRepository,
    private readonly leftovers: LeftoversRepository,
    private readonly queue: RunQueueService,
    private readonly spool: SpoolService,
    private readonly leases: LeasesService,
  ) {}

  /**
   * Queues a preview of the file that was kept of a preview, a held run, or one that failed for its header. It takes
   * the place of what the run showed before.
   *
   * @throws Refusal when there is no such run, or its file is not there
   */
  async preview(view: StoredView, id: string, said: ChooseReading, by: Asker): Promise<IngestionRun> {
    const run = await this.found(view, id);
    refuseSheetOf(run, said);
    refuseOldMerge(view, run);
    if (!(await this.files.has(id))) throw noFile(run, by);
    const { owner } = this.leases;
    const { dedupe } = view;
    const again = { ...run, owner, dedupe, dry_run: true, reading: toStoredReading(said), decided_by: null };
    const path = this.spool.pathOf(id);
    const isMine = await this.queue.takeUp({ run: again, view, path }, () => this.claim(run, again, path));
    if (!isMine) throw noFile(await this.found(view, id), by);
    return toRun(await this.found(view, id));
  }

  /** Takes up a run that waits to be shown again, and has no process. */
  async resume(view: StoredView, id: string): Promise<void> {
    const run = await this.runs.find(view.id, id);
    if (!run || !isResumable(run) || this.queue.has(id)) return;
    const path = run.rollback ? null : this.spool.pathOf(id);
    if (path !== null && !(await this.files.has(id))) return this.runs.endWithoutFile(id, NO_FILE);
    const { owner } = this.leases;
    await this.queue.takeUp({ run: { ...run, owner }, view, path }, async () => {
      if (!(await this.runs.adopt(run, owner))) return false;
      if (path !== null) await this.spool.write(path, this.files.read(id));
      return true;
    });
  }

  private async claim(run: RunDocument, again: RunDocument, path: string): Promise<boolean> {
    if (!(await this.runs.readAgain(run.id, again))) return false;
    try {
      await this.leftovers.removeChanges(run.id);
      await this.spool.write(path, this.files.read(run.id));
      return true;
    } catch (error) {
      await this.spool.remove(path);
      await this.runs.restore(run);
      throw error;
    }
  }

  private async found(view: StoredView, id: string): Promise<RunDocument> {
    const run = await this.runs.find(view.id, id);
    if (!run) throw noRun(view, id);
    return run;
  }
}

const noFile = (run: RunDocument, by: Asker): Refusal =>
  new Refusal(
    'conflict',
    run.source.type === 'rollback'
      ? 'Going back reads no file: there is nothing to read again. Publish it or discard it.'
      : `${wordsOf(run, by)}, and its file is no longer there to be read again: upload the file again.`,
  );
