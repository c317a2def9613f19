import { Injectable } from '@nestjs/common';
import type { SampleDataRestored } from '@app/contracts';
import { sampleKeys } from '@app/domain';
import { AuditLog } from '../audit/audit-log.service.js';
import { Config } from '../config/config.js';
import { todayIn } from '../config/today.js';
import { MetadataRepository } from '../datasets/metadata.repository.js';
import { RunsRepository } from '../ingestion/runs/runs.repository.js';
import { SampleDataService } from '../ingestion/sample-data.service.js';
import { TargetWriterService } from '../targets/target-writer.service.js';
import type { Asker } from '../users/asker.js';
import type { StoredView } from '../views/stored-view.js';
import { ViewsService } from '../views/views.service.js';
import { sampleSheet } from './sample-sheet.js';

/**
 * Brings a sample back that was removed. Its records are not kept: they are made once more, for the day for which they
 * were made at first, and so are the same ones.
 */
@Injectable()
export class SampleAgainService {
  constructor(
    private readonly config: Config,
    private readonly views: ViewsService,
    private readonly metadata: MetadataRepository,
    private readonly runs: RunsRepository,
    private readonly sampleData: SampleDataService,
    private readonly writer: TargetWriterService,
    private readonly audit: AuditLog,
  ) {}

  /** In every view whose data was the sample until it was removed: what somebody imported since stays. */
  async restore(by: Asker): Promise<SampleDataRestored> {
    const views: SampleDataRestored['views'] = [];
    for (const view of (await this.views.all()).filter(({ isMaster }) => !isMaster)) {
      const loaded = await this.loadedAt(view);
      if (loaded === null) continue;
      await this.sampleData.load(
        view,
        sampleSheet(view.name, todayIn(this.config.timeZone, loaded)),
        by.email,
      );
      await this.writer.bringSampleBack(view.id);
      const after = await this.stateOf(view);
      await this.audit.record({ action: 'sample_restored', view, after });
      views.push({
        view_id: view.id,
        view_name: view.name,
        records_restored: after.records,
        targets_restored: after.targets,
      });
    }
    return { views };
  }

  /** When the sample was loaded whose removal is the last thing that happened to the data; null where it is not. */
  private async loadedAt(view: StoredView): Promise<Date | null> {
    const { runId, sample, recordsCount } = await this.metadata.ofView(view);
    if (sample || recordsCount > 0) return null;
    const [live, ...earlier] = await this.runs.publishedReadings(view.id);
    if (live?.id !== runId || live.source.type !== 'sample') return null;
    const load = earlier.find(({ source }) => source.type === 'sample');
    return load ? ((await this.runs.published(view.id, load.id))?.started_at ?? null) : null;
  }

  private async stateOf({ id }: StoredView): Promise<{ records: number; targets: number }> {
    const view = await this.views.byId(id);
    if (!view) return { records: 0, targets: 0 };
    const { recordsCount } = await this.metadata.ofView(view);
    return { records: recordsCount, targets: sampleKeys(view.targets, view.sampleTargets ?? []).length };
  }
}
