import type { IngestionRun, RunStatus } from '@app/contracts';

/** A run that somebody should wait for. */
export function isUnderWay({ status }: Pick<IngestionRun, 'status'>): boolean {
  return status === 'queued' || status === 'running';
}

/** A run that was compared with the data, and changed nothing: it waits, or was turned down. */
export function isNotPublished({ status }: Pick<IngestionRun, 'status'>): boolean {
  return status === 'held' || status === 'discarded';
}

/** The run that took the sample away, whatever an earlier version called it. */
export function isSampleRemoval({ source }: Pick<IngestionRun, 'source'>): boolean {
  return source.type === 'sample' && source.size === 0;
}

/** Other runs that wait for somebody to decide. */
export function othersThatWait(run: IngestionRun, runs: readonly IngestionRun[]): IngestionRun[] {
  return runs.filter(({ id, status }) => status === 'held' && id !== run.id);
}

/** Runs that stopped waiting when this one began to: nobody decided on them. */
export function supersededBy(run: IngestionRun, runs: readonly IngestionRun[]): IngestionRun[] {
  return runs.filter(
    ({ status, decided_by, finished_at }) =>
      status === 'discarded' &&
      decided_by === null &&
      finished_at !== null &&
      Date.parse(finished_at) >= Date.parse(run.started_at),
  );
}

const TONES: Partial<Record<RunStatus, string>> = { published: 'good', failed: 'bad', held: 'warn' };

/** The tint that goes with the word of a status. */
export function toneOfRun(status: RunStatus): string {
  return TONES[status] ?? 'calm';
}
