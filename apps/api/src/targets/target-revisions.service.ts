import { Injectable, type OnModuleInit } from '@nestjs/common';
import { targetWrites } from '@app/domain';
import { Refusal } from '../refusals/refusal.js';
import { Revisions, type Settled } from '../database/revisions.js';
import { Startup, STARTUP_ORDER } from '../database/startup.js';
import { type StoredTargets, ViewsRepository } from '../views/views.repository.js';
import type { TargetChangeDocument } from './target-change-document.js';
import { TargetChangesRepository } from './target-changes.repository.js';

/** The targets of a view at one moment. */
export type TargetState = Settled<StoredTargets, TargetChangeDocument>;

const ATTEMPTS = 50;

/** Revisions of the targets of views. */
@Injectable()
export class TargetRevisionsService
  extends Revisions<StoredTargets, TargetChangeDocument>
  implements OnModuleInit
{
  constructor(
    private readonly startup: Startup,
    private readonly views: ViewsRepository,
    changes: TargetChangesRepository,
  ) {
    super(changes, {
      name: 'these targets',
      label: (viewId) => `the targets of view ${viewId}`,
      read: (viewId) => targetsOf(views, viewId),
      isMadeOn: (stored, change) => stored.revision === change.from_revision,
      bringIn: (change) => bringIn(views, change),
    });
  }

  onModuleInit(): void {
    this.startup.add(STARTUP_ORDER.recovery, 'settling interrupted changes of targets', async () => {
      for (const { id } of await this.views.all()) await this.settled(id);
    });
  }
}

async function targetsOf(views: ViewsRepository, viewId: string): Promise<StoredTargets> {
  const stored = await views.targetsOf(viewId);
  if (!stored) throw new Refusal('absent', 'The view is gone.');
  return stored;
}

/** Path by path, because other software writes into the same document: tried again when it has moved on. */
async function bringIn(views: ViewsRepository, change: TargetChangeDocument): Promise<void> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const stored = await views.targetsOf(change.view_id);
    // Gone, or somebody who came next has brought it in.
    if (stored?.revision !== change.from_revision) return;
    if (await write(views, stored, change)) return;
  }
}

function write(
  views: ViewsRepository,
  stored: StoredTargets,
  { keys, revision }: TargetChangeDocument,
): Promise<boolean> {
  const written = new Set(keys.map(({ key }) => key));
  const left = stored.sample?.filter(({ key }) => !written.has(key));
  const back = keys.filter(({ is_sample }) => is_sample).map(({ key, after }) => ({ key, value: after }));
  const writes = targetWrites(stored.targets, keys);
  return views.writeTargets(stored, writes, revision, left ? [...left, ...back] : null);
}
