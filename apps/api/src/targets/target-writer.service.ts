import { Injectable } from '@nestjs/common';
import {
  type ChangedKey,
  InvalidTargetsError,
  mergedTargets,
  mergedWithLater,
  sampleKeys,
  storedAt,
  restoredKeys,
  sampleToBringBack,
} from '@app/domain';
import { actorBy } from '../audit/actors.js';
import { AuditLog } from '../audit/audit-log.service.js';
import { type Author, NEVER, startingRevision } from '../database/author.js';
import { Refusal } from '../refusals/refusal.js';
import { nextChange } from '../database/revisions.js';
import type { TargetChangeDocument } from './target-change-document.js';
import { TargetChangesRepository } from './target-changes.repository.js';
import { keysMoved, neverExisted, outOfReach } from './target-refusals.js';
import { TargetRevisionsService, type TargetState } from './target-revisions.service.js';
import { ViewsService } from '../views/views.service.js';

type Draft = Pick<TargetChangeDocument, 'kind' | 'restored_revision'>;

/** Author of the removal: the installation made the sample as well. */
const INSTALLATION = 'installation';

/** Changes of targets: merged into what is there, key by key, whoever else writes. */
@Injectable()
export class TargetWriterService {
  constructor(
    private readonly revisions: TargetRevisionsService,
    private readonly changes: TargetChangesRepository,
    private readonly views: ViewsService,
    private readonly audit: AuditLog,
  ) {}

  /** Merges groups of keys in; null removes. */
  change(viewId: string, groups: Readonly<Record<string, unknown>>, author: Author): Promise<void> {
    const draft: Draft = { kind: 'edit', restored_revision: null };
    return this.write(viewId, author, draft, ({ stored: { targets } }) =>
      Promise.resolve(understood(() => mergedTargets(targets, groups))),
    );
  }

  /** Removes what the sample of a new installation brought and nobody has changed since. */
  removeSample(viewId: string): Promise<void> {
    const draft: Draft = { kind: 'sample_removed', restored_revision: null };
    return this.write(
      viewId,
      { by: INSTALLATION, expected: null, unwanted: [] },
      draft,
      ({ stored: { targets, sample } }) =>
        Promise.resolve(
          sampleKeys(targets, sample ?? []).map((key) => ({ key, before: storedAt(targets, key) })),
        ),
    );
  }

  /** Brings back what left with the sample, where nobody has set anything else since. */
  bringSampleBack(viewId: string): Promise<void> {
    const draft: Draft = { kind: 'sample_restored', restored_revision: null };
    const author = { by: INSTALLATION, expected: null, unwanted: [] };
    return this.write(viewId, author, draft, async ({ stored: { targets } }) =>
      sampleToBringBack(targets, await this.changes.since(viewId, 0)),
    );
  }

  /** Brings back what an earlier revision had in the keys that changed here since; of the sample only what is left. */
  restore(viewId: string, revision: number, author: Author): Promise<void> {
    const draft: Draft = { kind: 'restore', restored_revision: revision };
    return this.write(viewId, author, draft, async (state) => {
      if (revision > state.revision) {
        throw new Refusal('absent', `There is no revision ${revision} of these targets.`);
      }
      const later = await this.changes.since(viewId, revision);
      if (later.length < state.revision - revision) {
        const message = `The history of these targets does not reach back to revision ${revision}.`;
        throw new Refusal('absent', message);
      }
      return restoredKeys(state.stored.targets, later);
    });
  }

  private async write(
    viewId: string,
    author: Author,
    draft: Draft,
    wanted: (state: TargetState) => Promise<ChangedKey[]>,
  ): Promise<void> {
    const made = await this.revisions.change(viewId, async (state) => {
      const keys = await this.merged(viewId, await wanted(state), state, author);
      return keys.length === 0 ? null : changeOf(viewId, state, { ...draft, keys }, author);
    });
    if (made) await this.tell(made);
  }

  private async tell({ view_id, by, kind, restored_revision, keys }: TargetChangeDocument): Promise<void> {
    const view = { id: view_id, name: (await this.views.byId(view_id))?.name ?? view_id };
    const before = Object.fromEntries(keys.map((each) => [each.key, each.before]));
    const after = Object.fromEntries(keys.map((each) => [each.key, each.after]));
    const values = { view, before, after };
    if (kind === 'restore') {
      const subject = { id: String(restored_revision), name: `revision ${restored_revision}` };
      await this.audit.record({ action: 'targets_restored', subject, ...values });
    } else {
      await this.audit.record({ action: 'targets_changed', actor: actorBy(by), ...values });
    }
  }

  /** The keys that the author means to change, seen from the revision they looked at. */
  private async merged(
    viewId: string,
    keys: readonly ChangedKey[],
    { revision }: TargetState,
    author: Author,
  ): Promise<readonly ChangedKey[]> {
    const start = startingRevision(author, revision);
    if (start === revision) return keys;
    if (start === NEVER) throw neverExisted(revision);
    const later = await this.changes.since(viewId, start);
    if (later.length < revision - start) throw outOfReach(start, revision);
    const merged = mergedWithLater(keys, later);
    if (merged.conflicts.length > 0) throw keysMoved(merged.conflicts);
    return merged.keys;
  }
}

function changeOf(
  viewId: string,
  state: TargetState,
  draft: Draft & { keys: readonly ChangedKey[] },
  { by }: Author,
): TargetChangeDocument {
  const { targets, sample, revision } = state.stored;
  const marked = new Set(sampleKeys(targets, sample ?? []));
  return {
    ...nextChange(state, by),
    ...draft,
    view_id: viewId,
    from_revision: revision,
    keys: draft.keys.map((key) => (marked.has(key.key) ? { ...key, was_sample: true } : key)),
  };
}

/** What is wrong with the change itself, by key. */
function understood<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InvalidTargetsError)) throw error;
    const errors = error.faults.map(({ key, message }) => ({ field: key, message }));
    throw new Refusal('faulty', error.message, errors);
  }
}
