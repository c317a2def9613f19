import type { IngestionRunSummary } from '@app/contracts';

/** What can be undone: the newest publish, by going back to the one before it. */
export interface Undo {
  /** Id of the run that is undone. */
  of: string;
  /** Id of the run to go back to. */
  to: string;
}

/** Whether a run left data that can be gone back to; whether all of it is kept, the server knows. */
const leftData = ({ status, source }: IngestionRunSummary): boolean =>
  status === 'published' && source.type !== 'sample';

/**
 * The newest publish and the one before it; null when there are not both.
 *
 * @param runs newest first
 */
export function undoOf(runs: readonly IngestionRunSummary[]): Undo | null {
  const [newest, before] = runs.filter(({ status }) => status === 'published');
  return newest && before && leftData(before) ? { of: newest.id, to: before.id } : null;
}

/**
 * Ids of the runs whose data may be brought back: all that published, but for the newest, which is what the view shows.
 *
 * @param runs newest first
 */
export function backTo(runs: readonly IngestionRunSummary[]): ReadonlySet<string> {
  const newest = runs.find(({ status }) => status === 'published');
  return new Set(runs.filter((run) => run !== newest && leftData(run)).map(({ id }) => id));
}
