import { Injectable } from '@nestjs/common';
import type { RunSource } from '@app/contracts';
import { Refusal } from '../refusals/refusal.js';
import type { StoredView } from '../views/stored-view.js';
import type { RunDocument } from './runs/run-document.js';
import { type WaitingRun, WaitingRunsRepository } from './runs/waiting-runs.repository.js';

/** Imports that may wait in one view, and of one person in all views, beside the one under way. */
const MAX_OF_VIEW = 3;
const MAX_OF_PERSON = 5;

const SUPERSEDED =
  'A newer upload of the same person to this view took its place while it waited. The data is as it was before.';

/** Who wants to bring something in, and where to. */
type Asked = Omit<WaitingRun, 'status' | 'decided_by' | 'source'> & { source: Pick<RunSource, 'type'> };

/**
 * Whether there is room for one more import, so that nobody fills the queue for the others. It is counted in the
 * database: any number of processes share it.
 */
@Injectable()
export class RoomService {
  constructor(private readonly waiting: WaitingRunsRepository) {}

  /**
   * Before a file is received: what there is no room for need not be sent.
   *
   * @throws Refusal
   */
  async look(view: StoredView, by: string, isDryRun: boolean): Promise<void> {
    const asked: Asked = {
      id: '',
      view_id: view.id,
      started_by: by,
      started_at: new Date(),
      dry_run: isDryRun,
      file_kept: false,
      source: { type: 'csv' },
    };
    refuseFull(view, asked, await this.waiting.all());
  }

  /**
   * Once a run is stored: those that come at the same moment see each other.
   *
   * @returns the waiting runs whose place it took
   * @throws Refusal, and the run is forgotten
   */
  async admit(view: StoredView, run: RunDocument): Promise<string[]> {
    const unfinished = await this.waiting.all();
    try {
      refuseFull(view, run, unfinished);
    } catch (error) {
      await this.waiting.forget(run.id);
      throw error;
    }
    const superseded: string[] = [];
    // One that has begun since it was looked for keeps its place.
    for (const each of unfinished.filter((other) => isSupersededBy(run, other)))
      if (await this.waiting.supersede(each.id, SUPERSEDED)) superseded.push(each.id);
    return superseded;
  }
}

function refuseFull(view: StoredView, asked: Asked, unfinished: readonly WaitingRun[]): void {
  const others = unfinished.filter((each) => each.id !== asked.id && !isSupersededBy(asked, each));
  const ofView = others.filter(({ view_id }) => view_id === asked.view_id);
  // One of them is under way, or is about to be.
  if (ofView.length > MAX_OF_VIEW) {
    throw new Refusal(
      'too_many',
      `${MAX_OF_VIEW} imports of ${view.name} are waiting already: wait until one of them has ended, then try again.`,
    );
  }
  const mine = others.filter(
    ({ started_by, status }) => started_by === asked.started_by && status === 'queued',
  );
  if (mine.length >= MAX_OF_PERSON) {
    throw new Refusal(
      'too_many',
      `${MAX_OF_PERSON} imports of yours are waiting already: wait until one of them has ended, or cancel one.`,
    );
  }
}

/**
 * A sheet takes the place of one that would have done the same: a preview that of a preview, an import that of an
 * import. What somebody decided to publish, a file that is kept and going back keep their places.
 */
function isSupersededBy(asked: Asked, waiting: WaitingRun): boolean {
  return (
    waiting.status === 'queued' &&
    waiting.view_id === asked.view_id &&
    waiting.started_by === asked.started_by &&
    waiting.decided_by === null &&
    waiting.dry_run === asked.dry_run &&
    isNewSheet(waiting) &&
    isNewSheet(asked) &&
    isBefore(waiting, asked)
  );
}

const isNewSheet = ({ source, file_kept }: Asked): boolean => source.type !== 'rollback' && !file_kept;

/** The same for whoever asks, also of two that came in the same millisecond. */
function isBefore(one: Asked, other: Asked): boolean {
  const [first, second] = [one.started_at.getTime(), other.started_at.getTime()];
  return first === second ? one.id < other.id : first < second;
}
