import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  type ChangedKey,
  InvalidTargetsError,
  mergedTargets,
  mergedWithLater,
  sampleKeys,
  storedAt,
  wayBack,
} from '@app/domain';
import { momentAfter } from '../database/change-log.js';
import { type Author, NEVER, refuseUnwanted, startingRevision } from '../http/if-match.js';
import { badRequest, notFound, unavailable } from '../http/problem.js';
import type { TargetChangeDocument } from './target-change-document.js';
import { TargetChangesRepository } from './target-changes.repository.js';
import { keysMoved, neverExisted, outOfReach } from './target-problems.js';
import { TargetRevisionsService, type TargetState } from './target-revisions.service.js';

type Draft = Pick<TargetChangeDocument, 'kind' | 'restored_revision'>;

/** Who made the sample takes it away. */
const INSTALLATION = 'installation';
/** How often a writer tries again when others are faster. */
const ATTEMPTS = 100;

/** Changes of targets: merged into what is there, key by key, whoever else writes. */
@Injectable()
export class TargetWriterService {
  /** Writers of one process wait for each other: their attempts would only get in each other's way. */
  private readonly turns = new Map<string, Promise<unknown>>();

  constructor(
    private readonly revisions: TargetRevisionsService,
    private readonly changes: TargetChangesRepository,
  ) {}

  /** Merges groups of keys in; null removes. */
  change(viewId: string, groups: Readonly<Record<string, unknown>>, author: Author): Promise<void> {
    const draft: Draft = { kind: 'edit', restored_revision: null };
    return this.write(viewId, author, draft, ({ targets }) =>
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
      ({ targets, sample }) =>
        Promise.resolve(
          sampleKeys(targets, sample ?? []).map((key) => ({ key, before: storedAt(targets, key) })),
        ),
    );
  }

  /** Brings back what an earlier revision had in the keys that changed here since; of the sample only what is left. */
  restore(viewId: string, revision: number, author: Author): Promise<void> {
    const draft: Draft = { kind: 'restore', restored_revision: revision };
    return this.write(viewId, author, draft, async (state) => {
      if (revision > state.revision) throw notFound(`There is no revision ${revision} of these targets.`);
      const later = await this.changes.since(viewId, revision);
      if (later.length < state.revision - revision) {
        throw notFound(`The history of these targets does not reach back to revision ${revision}.`);
      }
      return wayBack(state.targets, later);
    });
  }

  private write(
    viewId: string,
    author: Author,
    draft: Draft,
    wanted: (state: TargetState) => Promise<ChangedKey[]>,
  ): Promise<void> {
    return this.inTurn(viewId, async () => {
      for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
        const state = await this.revisions.settled(viewId);
        if (!state) throw notFound('The view is gone.');
        const keys = await this.merged(viewId, await wanted(state), state, author);
        if (
          keys.length === 0 ||
          (await this.revisions.add(changeOf(viewId, state, { ...draft, keys }, author)))
        )
          return;
      }
      throw unavailable('Others keep changing these targets. Try again in a moment.');
    });
  }

  /** The keys that the author means to change, seen from the revision they looked at. */
  private async merged(
    viewId: string,
    keys: readonly ChangedKey[],
    { revision }: TargetState,
    { expected, unwanted }: Author,
  ): Promise<readonly ChangedKey[]> {
    refuseUnwanted(unwanted, revision);
    const start = startingRevision(expected, revision);
    if (start === revision) return keys;
    if (start === NEVER) throw neverExisted(revision);
    const later = await this.changes.since(viewId, start);
    if (later.length < revision - start) throw outOfReach(start, revision);
    const merged = mergedWithLater(keys, later);
    if (merged.conflicts.length > 0) throw keysMoved(merged.conflicts);
    return merged.keys;
  }

  private async inTurn(viewId: string, work: () => Promise<void>): Promise<void> {
    const before = this.turns.get(viewId) ?? Promise.resolve();
    const turn = before.catch(() => undefined).then(work);
    this.turns.set(viewId, turn);
    try {
      await turn;
    } finally {
      if (this.turns.get(viewId) === turn) this.turns.delete(viewId);
    }
  }
}

function changeOf(
  viewId: string,
  { revision, storedRevision, newest, targets, sample }: TargetState,
  draft: Draft & { keys: readonly ChangedKey[] },
  { by }: Author,
): TargetChangeDocument {
  const { keys, kind, restored_revision } = draft;
  const marked = new Set(sampleKeys(targets, sample ?? []));
  return {
    id: randomUUID(),
    view_id: viewId,
    revision: revision + 1,
    from_revision: storedRevision,
    at: momentAfter(newest),
    by,
    kind,
    restored_revision,
    keys: keys.map((key) => (marked.has(key.key) ? { ...key, was_sample: true } : key)),
  };
}

/** What is wrong with the change itself, by key. */
function understood<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InvalidTargetsError)) throw error;
    const errors = error.faults.map(({ key, message }) => ({ field: key, message }));
    throw badRequest(error.message, { errors });
  }
}
