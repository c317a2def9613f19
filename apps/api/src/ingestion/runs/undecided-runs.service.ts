import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { RunStatus } from '@app/contracts';
import { Startup, STARTUP_ORDER } from '../../database/startup.js';
import { LeftoversRepository } from './leftovers.repository.js';
import { KeptFilesRepository } from './kept-files.repository.js';
import { type Begun, UNDECIDED, UndecidedRunsRepository } from './undecided-runs.repository.js';

/** Previews, held runs, and those that failed for their header, of one person in a view: each keeps its file. */
const MAX_UNDECIDED = 3;
const SUPERSEDED: Readonly<Record<(typeof UNDECIDED)[number], string>> = {
  preview: `${MAX_UNDECIDED} newer previews of the same person wait for a decision, so this one was discarded. Upload the file again if you need it.`,
  held: `${MAX_UNDECIDED} newer uploads of the same person wait for a decision, so this one was discarded. Upload the file again if you need it.`,
};
const NOT_DONE: readonly RunStatus[] = [...UNDECIDED, 'queued', 'running'];

/** How many runs wait for a decision, and how long what was kept of them is kept. */
@Injectable()
export class UndecidedRunsService implements OnModuleInit {
  constructor(
    private readonly startup: Startup,
    private readonly runs: UndecidedRunsRepository,
    private readonly files: KeptFilesRepository,
    private readonly leftovers: LeftoversRepository,
  ) {}

  onModuleInit(): void {
    this.startup.add(STARTUP_ORDER.revisions, 'files of uploads that were decided on', async () =>
      this.forget(await this.files.runs()),
    );
  }

  /** After a run began to wait: the oldest of the same person beyond the bound are discarded, nobody else's. */
  async keepBound(begun: Begun): Promise<void> {
    for (const status of UNDECIDED) {
      const superseded = (await this.runs.ofPerson(begun, status)).slice(MAX_UNDECIDED);
      for (const id of superseded)
        await this.runs.discard(id, { decided_by: null, decided_at: null }, SUPERSEDED[status]);
      await this.forget(superseded);
    }
    const unread = (await this.runs.unread(begun)).slice(MAX_UNDECIDED);
    await this.runs.noteNoFile(unread);
    await this.forget(unread);
  }

  /** Removes the files of runs that wait for nothing any more, and the changes of those that changed nothing. */
  async forget(runIds: readonly string[]): Promise<void> {
    if (runIds.length === 0) return;
    const statuses = await this.runs.statuses(runIds);
    const readable = await this.runs.readable(runIds);
    const done = runIds.filter(
      (id) => !readable.has(id) && !NOT_DONE.includes(statuses.get(id) ?? 'discarded'),
    );
    // The files last: they tell the next start what is still to be removed.
    for (const id of done) if (statuses.get(id) !== 'published') await this.leftovers.removeChanges(id);
    await this.runs.noteNoFile(done);
    await this.files.remove(done);
  }
}
