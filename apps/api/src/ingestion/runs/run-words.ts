import type { Caller, IngestionRun, RunStatus } from '@app/contracts';
import { toldTo } from '../../auth/people-in-answers.js';

const WHAT_BECAME_OF_IT: Readonly<Record<RunStatus, string>> = {
  queued: 'waits for its turn',
  running: 'is under way',
  preview: 'waits for a decision',
  held: 'waits for a decision',
  published: 'was published',
  unchanged: 'changed nothing',
  failed: 'failed',
  cancelled: 'was cancelled',
  discarded: 'was discarded',
};

/** What a run may be. */
export const RUN_STATUSES = Object.keys(WHAT_BECAME_OF_IT) as RunStatus[];

/** A run and what became of it, in the words for whoever asks: the beginning of a sentence. */
export function wordsOf(
  { status, source, decided_by: who }: Pick<IngestionRun, 'status' | 'source' | 'decided_by'>,
  asker: Pick<Caller, 'kinds'>,
): string {
  const run = source.type === 'rollback' ? 'This going back' : 'This import';
  const by = status === 'cancelled' ? ' by' : ', decided by';
  return `${run} ${WHAT_BECAME_OF_IT[status]}${who ? `${by} ${toldTo(asker, who)}` : ''}`;
}
