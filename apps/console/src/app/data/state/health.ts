import type { IngestionRunSummary } from '@app/contracts';
import { COUNTED, LAST, WELL, isOfSample } from '../run/runs';

/** How the last runs of a view ended, newest first. */
export interface Health {
  runs: readonly IngestionRunSummary[];
  /** How many of them went through. */
  well: number;
}

/** The last ten runs that had an outcome; what brought the sample, or took it away, is nobody's import. */
export function healthOf(runs: readonly IngestionRunSummary[]): Health {
  const ended = runs.filter((run) => COUNTED.includes(run.status) && !isOfSample(run)).slice(0, LAST);
  return { runs: ended, well: ended.filter(({ status }) => WELL.includes(status)).length };
}
