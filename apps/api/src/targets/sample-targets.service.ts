import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MetadataRepository } from '../datasets/metadata.repository.js';
import { RecordSetsService } from '../datasets/record-sets.service.js';
import { ViewsService } from '../views/views.service.js';
import { TargetWriterService } from './target-writer.service.js';

/**
 * Removes the targets of the sample along with its records, before readers get the new ones, in whichever process that
 * happens first; when a process dies in between, the next one that reads the view does it.
 */
@Injectable()
export class SampleTargetsService implements OnModuleInit {
  constructor(
    private readonly sets: RecordSetsService,
    private readonly metadata: MetadataRepository,
    private readonly views: ViewsService,
    private readonly writer: TargetWriterService,
  ) {}

  onModuleInit(): void {
    this.sets.beforeReaders(async ({ view: { id }, state }) => {
      // A view without a revision still waits for its sample.
      if (state.sample || state.revision === 0) return;
      const view = await this.views.byId(id);
      if (!view?.sampleTargets || view.sampleTargets.length === 0) return;
      // A process that comes late to the removal must not undo that the sample was brought back since.
      if (!(await this.metadata.ofView(view)).sample) await this.writer.removeSample(id);
    });
  }
}
