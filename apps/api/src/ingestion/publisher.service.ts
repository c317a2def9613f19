import { Injectable, Logger } from '@nestjs/common';
import { CollectionsRepository } from '../datasets/collections.repository.js';
import type { Publishing } from '../datasets/metadata-document.js';
import { MetadataRepository } from '../datasets/metadata.repository.js';
import { RecordSetsService } from '../datasets/record-sets.service.js';
import type { StoredView } from '../views/stored-view.js';
import { LeasesService } from './leases.service.js';

/** Name of the lease under which alone the data of a view is changed. */
export const dataLease = (view: StoredView): string => `data:${view.id}`;

/**
 * Makes a staged dataset the live one, so that a crash at any step can be finished or undone: the intent with the
 * staging collection's UUID, the atomic rename, the metadata.
 */
@Injectable()
export class PublisherService {
  private readonly log = new Logger('Publisher');

  constructor(
    private readonly metadata: MetadataRepository,
    private readonly collections: CollectionsRepository,
    private readonly sets: RecordSetsService,
    private readonly leases: LeasesService,
  ) {}

  /** The caller holds the view's lease; it is asked for once more, because time has passed since. */
  async publish(view: StoredView, publishing: Publishing): Promise<void> {
    if (view.collection === null) throw new Error(`${view.name} has no data of its own.`);
    if (!(await this.leases.confirm(dataLease(view)))) {
      throw new Error('another process took over the view while this one did not answer');
    }
    await this.metadata.announce(view, publishing);
    await this.collections.replace(publishing.staging, view.collection);
    await this.metadata.finish(publishing);
    await this.build(view);
  }

  /**
   * Finishes or undoes a publish that was interrupted; the caller holds the lease.
   *
   * @returns the run that published what is live now, with its revision
   */
  async settle(view: StoredView): Promise<{ runId: string | null; revision: number }> {
    const { publishing } = await this.metadata.ofView(view);
    if (publishing && view.collection !== null) {
      const live = await this.collections.uuidOf(view.collection);
      if (live === publishing.staging_uuid) await this.metadata.finish(publishing);
      else await this.metadata.withdraw(publishing.run_id);
    }
    const { runId, revision } = await this.metadata.ofView(view);
    return { runId, revision };
  }

  /** A set that cannot be built now is built by the watch: what is published stays published. */
  private async build(view: StoredView): Promise<void> {
    try {
      await this.sets.refresh(view);
    } catch (error) {
      this.log.error(`The new revision of ${view.name} could not be built yet: ${String(error)}`);
    }
  }
}
