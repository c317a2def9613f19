import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { SampleDataRemoved } from '@app/contracts';
import { sampleKeys } from '@app/domain';
import { AuditLog } from '../audit/audit-log.service.js';
import type { Asker } from '../users/asker.js';
import { MetadataRepository } from '../datasets/metadata.repository.js';
import type { StoredView } from '../views/stored-view.js';
import { ViewsService } from '../views/views.service.js';
import { IngestionService } from './ingestion.service.js';
import { SpoolService } from './spool.service.js';

const NAME = 'Sample data';
const REMOVED = 'Sample removed';

/** Sample records, loaded as a user's file is and marked as sample until real data or their removal replaces them. */
@Injectable()
export class SampleDataService {
  constructor(
    private readonly ingestion: IngestionService,
    private readonly spool: SpoolService,
    private readonly views: ViewsService,
    private readonly metadata: MetadataRepository,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Publishes a sheet (CSV text) as the sample of a view that has no data of its own; resolves when it is published.
   *
   * @throws Error when its run did not publish
   */
  async load(view: StoredView, csv: string, startedBy = 'installation'): Promise<void> {
    const id = randomUUID();
    const path = this.spool.pathOf(id);
    const size = await this.spool.write(path, csv);
    await this.publish(view, startedBy, { id, path, size, name: NAME });
  }

  /** Removes the sample records of every view that still shows them; the targets of the sample leave with them. */
  async remove(by: Asker): Promise<SampleDataRemoved> {
    const views = (await this.views.all()).filter(({ isMaster }) => !isMaster);
    const metadata = await this.metadata.ofViews(views);
    const sampled = views.filter(({ id }) => metadata.get(id)?.sample);
    const removed = sampled.map((view) => ({
      view_id: view.id,
      view_name: view.name,
      records_removed: metadata.get(view.id)?.recordsCount ?? 0,
      targets_removed: sampleKeys(view.targets, view.sampleTargets ?? []).length,
    }));
    for (const [at, view] of sampled.entries()) {
      await this.publish(view, by.email, { id: randomUUID(), path: null, size: 0, name: REMOVED });
      const before = { records: removed[at]?.records_removed, targets: removed[at]?.targets_removed };
      await this.audit.record({ action: 'sample_removed', view, before });
    }
    return { views: removed };
  }

  private async publish(
    view: StoredView,
    startedBy: string,
    { id, path, size, name }: { id: string; path: string | null; size: number; name: string },
  ): Promise<void> {
    const source = { type: 'sample', name, url: null, size } as const;
    const { ended } = await this.ingestion.start({ view, startedBy, source, path, id });
    await ended;
    const { status, error } = await this.ingestion.one(view, id);
    if (status !== 'published') throw new Error(`${NAME} of ${view.name}: ${error ?? status}`);
  }
}
