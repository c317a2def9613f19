import type { IngestionRun, IngestionRunSummary, RunStatus } from '@app/contracts';
import type { ShownStatus } from './question';

/** Whether a run is in progress. */
export function isUnderWay({ status }: Pick<IngestionRun, 'status'>): boolean {
  return status === 'queued' || status === 'running';
}

/** So many runs say how a view's sheets go through. */
export const LAST = 10;
export const WELL: readonly RunStatus[] = ['published', 'unchanged'];
/** Those that somebody ended, or that have not ended, say nothing about the sheet. */
export const COUNTED: readonly RunStatus[] = [...WELL, 'held', 'failed'];

/** What a run is while somebody has to decide about it. */
export const WAITING: readonly RunStatus[] = ['preview', 'held'];

/** When a run ended, and with that took effect; when it began while it goes on. */
export function momentOf({ started_at, finished_at }: IngestionRunSummary): string {
  return finished_at ?? started_at;
}

/** Runs by when they ended, the last first: one may be published long after it was uploaded. Those that go on lead. */
export function latestFirst(runs: readonly IngestionRunSummary[]): IngestionRunSummary[] {
  const ended = ({ finished_at }: IngestionRunSummary) =>
    finished_at === null ? Infinity : Date.parse(finished_at);
  return runs.toSorted((one, other) => {
    const [mine, its] = [ended(one), ended(other)];
    return mine === its ? 0 : its - mine;
  });
}

/** Whether somebody has to decide about a run. */
export function isWaiting({ status }: Pick<IngestionRun, 'status'>): boolean {
  return WAITING.includes(status);
}

/** Whether a run was compared with the data but not published: it waits, or was discarded. */
export function isNotPublished(run: Pick<IngestionRun, 'status'>): boolean {
  return isWaiting(run) || run.status === 'discarded';
}

/** Whether a run brought the sample or removed it. */
export const isOfSample = ({ source }: Pick<IngestionRun, 'source'>): boolean => source.type === 'sample';

/** Whether a run removed the sample, also under the name of earlier versions. */
export function isSampleRemoval({ source }: Pick<IngestionRun, 'source'>): boolean {
  return isOfSample({ source }) && source.size === 0;
}

/** Runs that were discarded automatically when this one was held. */
export function supersededBy(
  run: IngestionRunSummary,
  runs: readonly IngestionRunSummary[],
): IngestionRunSummary[] {
  return runs.filter(
    ({ status, decided_by, finished_at }) =>
      status === 'discarded' &&
      decided_by === null &&
      finished_at !== null &&
      Date.parse(finished_at) >= Date.parse(run.started_at),
  );
}

/** Deals that a view has since a run; null where the run changed nothing, and where an earlier version did not note it. */
export function dealsAfter(run: IngestionRunSummary): number | null {
  if (run.status !== 'published') return null;
  if (isSampleRemoval(run)) return 0;
  const { stages = [], kept = null } = run.report ?? {};
  if (stages.length > 0) return stages.reduce((deals, stage) => deals + stage.deals_after, 0);
  return run.mode === 'replace' && run.rollback === null ? kept : null;
}

const TONES: Partial<Record<ShownStatus, string>> = {
  published: 'good',
  failed: 'bad',
  held: 'warn',
  preview: 'warn',
  asks: 'warn',
};

/** The tone of a status, as people are told it. */
export function toneOfRun(status: ShownStatus): string {
  return TONES[status] ?? 'calm';
}
