import type { IngestionRunSummary } from '@app/contracts';
import { COUNTED, LAST, WELL } from '../run/runs';

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
