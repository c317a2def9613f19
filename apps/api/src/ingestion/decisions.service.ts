import { Injectable } from '@nestjs/common';
import type { IngestionRun } from '@app/contracts';
import type { Asker } from '../users/asker.js';
import { Refusal } from '../refusals/refusal.js';
import type { StoredView } from '../views/stored-view.js';
import { LeasesService } from '../leases/leases.service.js';
import { refuseOldMerge } from './old-merge.js';
import { noRun, type RunDocument, toRun } from './runs/run-document.js';
import { wordsOf } from './runs/run-words.js';
import { RunAuditService } from './run-audit.service.js';
import { RunQueueService } from './run-queue.service.js';
import { SpoolService } from './spool.service.js';
import { KeptFilesRepository } from './runs/kept-files.repository.js';
import { UNDECIDED, UndecidedRunsRepository } from './runs/undecided-runs.repository.js';
import { UndecidedRunsService } from './runs/undecided-runs.service.js';

const NO_FILE = 'The file of this upload is no longer there: upload it again.';

/** What people decide about previews and held runs. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly runs: UndecidedRunsRepository,
    private readonly files: KeptFilesRepository,
    private readonly undecided: UndecidedRunsService,
    private readonly queue: RunQueueService,
    private readonly spool: SpoolService,
    private readonly leases: LeasesService,
    private readonly audit: RunAuditService,
  ) {}

  /**
   * Publishes a preview or a held run. It is compared with what is there once more, and published when that is what
   * the person saw; else it is held, with the facts of now.
   */
  async publish(view: StoredView, id: string, by: Asker): Promise<IngestionRun> {
    const run = await this.undecidedRun(view, id, by);
    refuseOldMerge(view, run);
    const hasFile = !run.rollback;
    if (hasFile && !(await this.files.has(id))) throw new Refusal('conflict', NO_FILE);
    // It waits for a decision a moment before its own turn is over.
    await this.queue.turnOf(id);
    const { owner } = this.leases;
    const decision = { decided_by: by.email, decided_at: new Date() };
    const again: RunDocument = { ...run, ...decision, owner };
    const path = hasFile ? this.spool.pathOf(id) : null;
    const isMine = await this.queue.takeUp({ run: again, view, path }, async () => {
      if (!(await this.runs.publish(id, owner, decision))) return false;
      if (path !== null) await this.fetchFile(run, path);
      return true;
    });
    if (!isMine) throw await this.decided(view, id, by);
    await this.audit.decided('publish_decided', view, run);
    return this.answer(view, id);
  }

  async discard(view: StoredView, id: string, by: Asker): Promise<IngestionRun> {
    const run = await this.undecidedRun(view, id, by);
    const decision = { decided_by: by.email, decided_at: new Date() };
    if (!(await this.runs.discard(id, decision, null))) throw await this.decided(view, id, by);
    await this.audit.decided('import_discarded', view, run);
    await this.undecided.forget([id]);
    return this.answer(view, id);
  }

  private async fetchFile({ id, status }: RunDocument, path: string): Promise<void> {
    try {
      await this.spool.write(path, this.files.read(id));
    } catch (error) {
      await this.spool.remove(path);
      await this.runs.reopen(id, status);
      throw error;
    }
  }

  private async undecidedRun(view: StoredView, id: string, by: Asker): Promise<RunDocument> {
    const run = await this.runs.find(view.id, id);
    if (!run) throw noRun(view, id);
    if (!isUndecided(run)) throw waitsForNothing(run, by);
    return run;
  }

  /** Somebody else was faster. */
  private async decided(view: StoredView, id: string, by: Asker): Promise<Error> {
    const run = await this.runs.find(view.id, id);
    return run ? waitsForNothing(run, by) : noRun(view, id);
  }

  private async answer(view: StoredView, id: string): Promise<IngestionRun> {
    const run = await this.runs.find(view.id, id);
    if (!run) throw noRun(view, id);
    return toRun(run);
  }
}

const isUndecided = ({ status }: RunDocument) => UNDECIDED.some((each) => each === status);

const waitsForNothing = (run: RunDocument, by: Asker): Refusal =>
  new Refusal('conflict', `${wordsOf(run, by)}: there is nothing to decide any more. Look at it again.`);
