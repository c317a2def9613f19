import type { RunHold, RunReport } from '@app/contracts';
import { type DealField, holdDetails, holdReason, reasonsToHold, type ImportFinding } from '@app/domain';
import { isDeepStrictEqual } from 'node:util';
import type { IngestJob } from './ingest-job.js';
import type { DealCounts } from './run-report.js';

/** What an upload is compared with, and what it would do. */
export interface Compared {
  /** Deals that the view has. */
  readonly existing: number;
  readonly continued: number;
  readonly counts: DealCounts;
  readonly columns: readonly DealField[];
  readonly unknown: readonly string[];
  readonly findings: readonly ImportFinding[];
}

/** The question an upload raises; null when it raises none. */
export function holdOf(job: IngestJob, compared: Compared): RunHold | null {
  if (!job.gate) return null;
  const { existing: live, counts, ...facts } = compared;
  const lastColumns = job.isFirst ? null : job.gate.lastColumns;
  const reasons = reasonsToHold({ live, removed: counts.removed, lastColumns, ...facts });
  const hold = { reasons, live, revision: job.revision - 1 };
  if (hasMoved(job.gate.answered, hold, counts)) reasons.unshift(holdReason(holdDetails('data_moved')));
  return reasons.length === 0 ? null : toContract(hold);
}

/** Whether somebody who saw exactly this said to publish. */
export function isAnswered({ gate }: IngestJob, hold: RunHold): boolean {
  return (gate?.answered ?? null) !== null && !hold.reasons.some(({ code }) => code === 'data_moved');
}

/** What was shown must be what is published: where nothing was there and nothing is, nothing has moved. */
function hasMoved(answered: RunReport | null, hold: Hold, { added, changed, removed }: DealCounts): boolean {
  const shown = answered?.held;
  if (!shown) return false;
  const reasons = shown.reasons.filter(({ code }) => code !== 'data_moved');
  if (!isDeepStrictEqual(reasons, toContract(hold).reasons)) return true;
  if (shown.live === 0 && hold.live === 0) return false;
  return !isDeepStrictEqual(
    [shown.live, shown.revision, answered.added, answered.changed, answered.removed],
    [hold.live, hold.revision, added, changed, removed],
  );
}

interface Hold {
  readonly reasons: ReturnType<typeof reasonsToHold>;
  readonly live: number;
  readonly revision: number;
}

const toContract = ({ reasons, ...hold }: Hold): RunHold => ({
  ...hold,
  reasons: reasons.map((reason) => ({
    ...reason,
    columns: [...reason.columns],
    unknown: [...reason.unknown],
  })),
});
