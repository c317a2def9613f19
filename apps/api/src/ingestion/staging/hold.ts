import type { RunHold } from '@app/contracts';
import {
  gateMoney,
  holdDetails,
  type HoldReason,
  holdReason,
  reasonsToHold,
  type Sheet,
  swappedDates,
  unknownStages,
  unreadableCells,
} from '@app/domain';
import type { Comparison } from './compare.js';
import type { IngestJob } from './ingest-job.js';
import { hasMoved } from './shown.js';

/** The question an import raises; null when it raises none. */
export function holdOf(job: IngestJob, sheet: Sheet, comparison: Comparison): RunHold | null {
  const { gate, isFirst, revision } = job;
  if (!gate) return null;
  const { existing, rows, deals, difference, counts } = comparison;
  const live = existing.deals.length;
  // Going back was published once: only that the data moved since somebody saw the difference is a question.
  const reasons = job.rollback
    ? []
    : reasonsToHold({
        mode: job.mode,
        live,
        removed: counts.removed,
        continued: rows.filter(({ continues }) => continues !== null).length,
        columns: sheet.columns,
        separators: { now: sheet.report.amount_separators, last: isFirst ? {} : gate.lastSeparators },
        swapped: swappedDates(existing.deals, rows),
        lastColumns: isFirst ? null : gate.lastColumns,
        unknown: sheet.report.unknown_columns,
        money: {
          before: gateMoney(existing.deals),
          after: gateMoney(deals.map(({ deal }) => deal)),
        },
        unreadable: unreadableCells(rows, sheet.report.findings),
        stages: unknownStages(
          existing.deals,
          rows.map(({ deal }) => deal),
        ),
        currency: job.currency,
        limits: gate.limits,
        findings: sheet.report.findings,
      });
  const { answered } = gate;
  if (answered && hasMoved(answered.shown, difference, { live, revision: revision - 1 }))
    reasons.unshift(holdReason(holdDetails('data_moved'), job.currency));
  return reasons.length === 0 ? null : { reasons: reasons.map(toContract), live, revision: revision - 1 };
}

/** Whether somebody who saw exactly this said to publish. */
export function isAnswered({ gate }: IngestJob, hold: RunHold): boolean {
  return (gate?.answered ?? null) !== null && !hold.reasons.some(({ code }) => code === 'data_moved');
}

const toContract = (reason: HoldReason): RunHold['reasons'][number] => ({
  ...reason,
  columns: [...reason.columns],
  unknown: [...reason.unknown],
  stages: [...reason.stages],
});
