import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { targetWrites } from '@app/domain';
import { Startup, STARTUP_ORDER } from '../database/startup.js';
import { type StoredTargets, ViewsRepository } from '../views/views.repository.js';
import type { TargetChangeDocument } from './target-change-document.js';
import { TargetChangesRepository } from './target-changes.repository.js';

/** The targets of a view at one moment, every change that was made brought in. */
export interface TargetState extends StoredTargets {
  /** Of the view's document: behind `revision` when other software replaced the document. */
  readonly storedRevision: number;
  readonly newest: TargetChangeDocument | null;
}

const ATTEMPTS = 50;

/**
 * Revisions of targets. A change is kept in the history first, whose unique revision is the lock of its writers, then
 * brought into the view; what a crash left in between is brought in by whoever comes next.
 */
@Injectable()
export class TargetRevisionsService implements OnModuleInit {
  private readonly log = new Logger('Targets');

  constructor(
    private readonly startup: Startup,
    private readonly stored: ViewsRepository,
    private readonly changes: TargetChangesRepository,
  ) {}

  onModuleInit(): void {
    this.startup.add(STARTUP_ORDER.recovery, 'settling interrupted changes of targets', async () => {
      for (const { id } of await this.stored.all()) await this.settled(id);
    });
  }

  /** The state of a view's targets; null when the view is gone. */
  async settled(viewId: string): Promise<TargetState | null> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      // The history first: a change that is made between the two reads is then in the view, or refused as a duplicate.
      const newest = await this.changes.newest(viewId);
      const stored = await this.stored.targetsOf(viewId);
      if (!stored) return null;
      if (!newest || newest.revision <= stored.revision)
        return { ...stored, newest, storedRevision: stored.revision };
      // Other software replaced the document: the history goes on from where it was, and undoes nothing.
      if (newest.from_revision !== stored.revision)
        return { ...stored, newest, storedRevision: stored.revision, revision: newest.revision };
      this.log.warn(
        `View ${viewId}: brought in change ${newest.revision} of its targets, which was interrupted.`,
      );
      await this.write(stored, newest);
    }
    throw new Error(`The targets of view ${viewId} keep changing.`);
  }

  /** Makes a change the next revision. @returns false when somebody else was first */
  async add(change: TargetChangeDocument): Promise<boolean> {
    if (!(await this.changes.add(change))) return false;
    await this.bringIn(change);
    return true;
  }

  private async bringIn(change: TargetChangeDocument): Promise<void> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const stored = await this.stored.targetsOf(change.view_id);
      // Gone, or somebody who came next has brought it in.
      if (stored?.revision !== change.from_revision) return;
      if (await this.write(stored, change)) return;
    }
  }

  private async write(stored: StoredTargets, { keys, revision }: TargetChangeDocument): Promise<boolean> {
    const written = new Set(keys.map(({ key }) => key));
    const left = stored.sample?.filter(({ key }) => !written.has(key));
    const back = keys.filter(({ is_sample }) => is_sample).map(({ key, after }) => ({ key, value: after }));
    return this.stored.writeTargets(
      stored,
      targetWrites(stored.targets, keys),
      revision,
      left ? [...left, ...back] : null,
    );
  }
}
