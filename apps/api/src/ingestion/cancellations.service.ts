import { Injectable } from '@nestjs/common';
import type { IngestionRun } from '@app/contracts';
import { Refusal } from '../refusals/refusal.js';
import type { Asker } from '../users/asker.js';
import type { StoredView } from '../views/stored-view.js';
import { DecisionsService } from './decisions.service.js';
import { RunAuditService } from './run-audit.service.js';
import { RunQueueService } from './run-queue.service.js';
import { noRun, toRun } from './runs/run-document.js';
import { RunsRepository } from './runs/runs.repository.js';
import { UndecidedRunsRepository } from './runs/undecided-runs.repository.js';

const TOO_LATE =
  'This import is being published and cannot be cancelled any more. Wait a moment, then look at the run again.';

/** Ends runs that somebody wants no more: those that wait or are under way, and those that wait for a decision. */
@Injectable()
export class CancellationsService {
  constructor(
    private readonly runs: RunsRepository,
    private readonly queue: RunQueueService,
    private readonly decisions: DecisionsService,
    private readonly undecided: UndecidedRunsRepository,
    private readonly audit: RunAuditService,
  ) {}

  /** Every run of a view that waits or is under way; one that is about to be published ends by itself. */
  async removeAll(viewId: string, by: string, error: string): Promise<void> {
    const unfinished = (await this.runs.unfinished()).filter(({ view_id }) => view_id === viewId);
    for (const { id } of unfinished) {
      const why = { decided_by: by, decided_at: new Date(), error };
      const isStopped =
        (await this.undecided.withdraw(viewId, id)) ?? (await this.runs.cancel(viewId, id, why));
      if (isStopped) this.queue.stop(id);
    }
  }

  /** @throws Refusal when there is no such run, or it has come too far */
  async remove(view: StoredView, id: string, by: Asker): Promise<IngestionRun> {
    const decision = { decided_by: by.email, decided_at: new Date() };
    // Who cancels a publish wants the preview back, not to upload the file once more.
    const withdrawn = await this.undecided.withdraw(view.id, id);
    if (withdrawn) {
      this.queue.stop(id);
      await this.audit.decided('publish_withdrawn', view, withdrawn);
      return toRun(withdrawn);
    }
    const cancelled = await this.runs.cancel(view.id, id, { ...decision, error: null });
    if (cancelled) {
      this.queue.stop(id);
      await this.audit.decided('import_cancelled', view, cancelled);
      return toRun(cancelled);
    }
    const run = await this.runs.ofView(view.id, id);
    if (!run) throw noRun(view, id);
    if (run.status === 'queued' || run.status === 'running') throw new Refusal('conflict', TOO_LATE);
    return this.decisions.discard(view, id, by);
  }
}
