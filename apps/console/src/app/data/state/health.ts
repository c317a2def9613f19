import type { IngestionRunSummary, RunStatus } from '@app/contracts';

const LAST = 10;
const WELL: readonly RunStatus[] = ['published', 'unchanged'];
/** Those that somebody ended, or that have not ended, say nothing about the sheet. */
const COUNTED: readonly RunStatus[] = [...WELL, 'held', 'failed'];

/** How the last runs of a view ended, newest first. */
export interface Health {
  runs: readonly IngestionRunSummary[];
  /** How many of them went through. */
  well: number;
}

/** The last ten runs that had an outcome. */
export function healthOf(runs: readonly IngestionRunSummary[]): Health {
  const ended = runs.filter(({ status }) => COUNTED.includes(status)).slice(0, LAST);
  return { runs: ended, well: ended.filter(({ status }) => WELL.includes(status)).length };
}
