import { Injectable } from '@nestjs/common';
import { RecordCollectionsRepository } from '../datasets/record-collections.repository.js';
import type { Publishing } from '../datasets/metadata-document.js';
import { MetadataRepository } from '../datasets/metadata.repository.js';
import { RecordSetsService } from '../datasets/record-sets.service.js';
import type { StagedRecords } from '../datasets/staged-records.js';
import type { StoredView } from '../views/stored-view.js';
import { dataLease } from './data-lease.js';
import { LeasesService } from '../leases/leases.service.js';
import { RunsRepository } from './runs/runs.repository.js';
import { SettlementService } from './settlement.service.js';

const TAKEN_OVER = 'another process took over the view while this one did not answer';
const ANNOUNCE_ATTEMPTS = 3;

/**
 * Makes a staged dataset the live one, so that a crash at any step can be finished or undone: the intent with the
 * staging collection's UUID, the atomic rename, the metadata. The process may have been paused for any time before
 * each step; {@link SettlementService} says why a run that somebody else has ended is not published then.
 */
@Injectable()
export class PublisherService {
  constructor(
    private readonly metadata: MetadataRepository,
    private readonly collections: RecordCollectionsRepository,
    private readonly sets: RecordSetsService,
    private readonly leases: LeasesService,
    private readonly runs: RunsRepository,
    private readonly settlement: SettlementService,
  ) {}

  /**
   * Resolves when readers get the new data. The caller took the view's lease, some time ago.
   *
   * @param records what the staging collection holds; null where it has to be read
   */
  async publish(view: StoredView, publishing: Publishing, records: StagedRecords | null): Promise<void> {
    if (view.collection === null) throw new Error(`${view.name} has no data of its own.`);
    if (!(await this.leases.confirm(dataLease(view)))) throw new Error(TAKEN_OVER);
    // Whoever had the lease in between may be paused too, with a rename of its own still to come.
    if (!(await this.settlement.settleOthers(view, publishing.run_id))) throw new Error(TAKEN_OVER);
    if (!(await this.runs.announce(publishing.run_id, publishing))) throw new Error(TAKEN_OVER);
    await this.announce(view, publishing);
    const forget = records && this.sets.expect(publishing.staging_uuid, records);
    try {
      await this.collections.replace(publishing.staging, view.collection);
      await this.metadata.finish(view, publishing);
      await this.sets.serve(view, publishing.revision);
    } finally {
      forget?.();
    }
  }

  /** An intent that a process announced after its run had been ended stands in the way; it comes to nothing. */
  private async announce(view: StoredView, publishing: Publishing): Promise<void> {
    for (let attempt = 1; attempt <= ANNOUNCE_ATTEMPTS; attempt += 1) {
      if (await this.metadata.announce(view, publishing)) return;
      if (!(await this.settlement.settleOthers(view, publishing.run_id))) throw new Error(TAKEN_OVER);
    }
    throw new Error('another import was published while this one was being read');
  }
}
