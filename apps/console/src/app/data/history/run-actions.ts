import type { IngestionRunSummary } from '@app/contracts';

/** What can be undone: the publish that the view shows, by going back to the one before it. */
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
 * The publish that the view shows and the one before it, whenever they were begun: an import may wait for days until
 * somebody publishes it. Null when it is not sure which they are.
 *
 * @param runs any of the view
 * @param live revision that the view shows
 */
export function undoOf(runs: readonly IngestionRunSummary[], live: unknown): Undo | null {
  const shown = runs.find((run) => isOf(run, live));
  const before = runs.find((run) => isOf(run, (shown?.revision ?? 0) - 1));
  return shown && before && leftData(before) ? { of: shown.id, to: before.id } : null;
}

/**
 * Ids of the runs whose data may be brought back: all that published, but for the one that the view shows.
 *
 * @param runs any of the view
 * @param live revision that the view shows
 */
export function backTo(runs: readonly IngestionRunSummary[], live: unknown): ReadonlySet<string> {
  return new Set(runs.filter((run) => leftData(run) && !isOf(run, live)).map(({ id }) => id));
}

const isOf = ({ status, revision }: IngestionRunSummary, wanted: unknown): boolean =>
  status === 'published' && revision === wanted;
