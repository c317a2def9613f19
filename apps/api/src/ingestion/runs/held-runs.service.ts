import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Startup, STARTUP_ORDER } from '../../database/startup.js';
import { HeldFilesRepository } from './held-files.repository.js';
import { HeldRunsRepository } from './held-runs.repository.js';

/** Runs of one view that may wait for a decision: each keeps its file. */
const MAX_HELD = 3;
const SUPERSEDED = `${MAX_HELD} newer uploads of this view wait for a decision, so this one was discarded. Upload the file again if you need it.`;

/** How many runs are held, and how long their files are kept. */
@Injectable()
export class HeldRunsService implements OnModuleInit {
  constructor(
    private readonly startup: Startup,
    private readonly runs: HeldRunsRepository,
    private readonly files: HeldFilesRepository,
  ) {}

  onModuleInit(): void {
    this.startup.add(STARTUP_ORDER.revisions, 'files of uploads that were decided on', async () =>
      this.forget(await this.files.runs()),
    );
  }

  /** After a run of the view was held: the oldest beyond the bound are discarded. */
  async keepBound(viewId: string): Promise<void> {
    const superseded = (await this.runs.ofView(viewId)).slice(MAX_HELD);
    for (const id of superseded)
      await this.runs.discard(id, { decided_by: null, decided_at: null }, SUPERSEDED);
    await this.forget(superseded);
  }

  /** Removes the files of runs that wait for nothing any more. */
  async forget(runIds: readonly string[]): Promise<void> {
    if (runIds.length === 0) return;
    const waiting = await this.runs.waiting(runIds);
    await this.files.remove(runIds.filter((id) => !waiting.has(id)));
  }
}
