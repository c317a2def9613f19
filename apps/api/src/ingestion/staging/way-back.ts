/** A published run, as the way back to an earlier revision sees it. */
export interface UndoneRun {
  readonly id: string;
  readonly revision: number | null;
  readonly data_digest?: string;
  readonly changes_removed?: boolean;
}

/** A revision that somebody wants back. */
export interface WantedRevision {
  readonly revision: number;
  /** Digest of its dataset; null where the run is of a version that made none. */
  readonly digest: string | null;
}

/** What is read of a run for {@link runsToUndo}. */
export const UNDONE_RUN = { id: 1, revision: 1, data_digest: 1, changes_removed: 1 } as const;

/** The published runs of a view after one revision and up to another, as a filter. */
export const publishedBetween = (viewId: string, after: number, upTo: number) => ({
  view_id: viewId,
  status: 'published' as const,
  revision: { $gt: after, $lte: upTo },
});

/**
 * Runs to undo, newest first, to get from the live data of a view to an earlier revision.
 *
 * @param later the view's published runs between the two, the live one included
 * @returns null where the changes of one of them are not kept, or tell too little
 */
export function runsToUndo(
  later: readonly UndoneRun[],
  live: number,
  { revision, digest }: WantedRevision,
): string[] | null {
  const runs = later.toSorted((one, other) => (other.revision ?? 0) - (one.revision ?? 0));
  // One run for each revision: where other software set the revision back there may be two, or none.
  const isWhole =
    digest !== null &&
    runs.length === live - revision &&
    runs.every((run, at) => run.revision === live - at && run.data_digest && !run.changes_removed);
  return isWhole ? runs.map(({ id }) => id) : null;
}
