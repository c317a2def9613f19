import { Injectable } from '@nestjs/common';
import { wordsOf } from '../ingestion/runs/run-words.js';
import type { IngestionRun } from '@app/contracts';
import { MetadataRepository } from '../datasets/metadata.repository.js';
import { IngestionService } from '../ingestion/ingestion.service.js';
import type { RunDocument } from '../ingestion/runs/run-document.js';
import { RunsRepository } from '../ingestion/runs/runs.repository.js';
import { runsToUndo } from '../ingestion/staging/way-back.js';
import { Refusal } from '../refusals/refusal.js';
import type { Asker } from '../users/asker.js';
import type { StoredView } from '../views/stored-view.js';

/** A run that published, and the revision that it made. */
interface Target {
  readonly run: RunDocument;
  readonly revision: number;
}

/** Brings the data of an earlier revision back, as a new revision. */
@Injectable()
export class RollbackService {
  constructor(
    private readonly runs: RunsRepository,
    private readonly metadata: MetadataRepository,
    private readonly ingestion: IngestionService,
  ) {}

  /**
   * Queues a run that brings the data back as the given run left it.
   *
   * @throws Refusal where that is the live data, or not kept, and where too many imports are waiting
   */
  async start(
    view: StoredView,
    runId: string,
    { by, isDryRun }: { by: Asker; isDryRun: boolean },
  ): Promise<IngestionRun> {
    const target = await this.targetOf(view, runId, by);
    await this.refuseWhatIsNotKept(view, target);
    const { run, revision } = target;
    const { run: started } = await this.ingestion.ask({
      view,
      startedBy: by.email,
      source: { type: 'rollback', name: run.source.name, url: run.source.url, size: 0 },
      path: null,
      isDryRun,
      rollback: { run: runId, revision },
    });
    return started;
  }

  private async targetOf(view: StoredView, runId: string, by: Asker): Promise<Target> {
    const found = await this.ingestion.one(view, runId);
    const run = await this.runs.published(view.id, runId);
    if (run?.revision === undefined || run.revision === null) {
      const reason = `${wordsOf(found, by)} and published nothing: choose one that was published.`;
      throw new Refusal('conflict', reason);
    }
    return { run, revision: run.revision };
  }

  private async refuseWhatIsNotKept(view: StoredView, { run, revision }: Target): Promise<void> {
    const live = await this.metadata.ofView(view);
    if (live.runId === run.id)
      throw new Refusal('conflict', 'This is what the view shows: there is nothing to go back to.');
    if (run.source.type === 'sample' && (run.report?.kept ?? 0) > 0)
      throw new Refusal('conflict', 'This was the sample of a new installation, which is not kept.');
    const target = { revision, digest: run.data_digest ?? null };
    const later = await this.runs.publishedBetween(view.id, revision, live.revision);
    if (runsToUndo(later, live.revision, target)) return;
    const reason = `Revision ${revision} is not kept: too little is stored of it, or of one after it, to rebuild it exactly.`;
    throw new Refusal('conflict', reason);
  }
}
