import type { RunReport } from '@app/contracts';
import type { ImportFindingCode } from '@app/domain/ingest';

type Counted = Pick<RunReport, 'finding_counts'>;

/** How many rows were left out for a reason. */
export function leftOut({ finding_counts }: Counted, why: ImportFindingCode): number {
  return finding_counts.find(({ code }) => code === why)?.count ?? 0;
}

/** Whether rows were merged or lacked their client: sums and repeated headers are no deals that anybody misses. */
export function isWorthAWarning(report: Counted & Pick<RunReport, 'duplicates_count'>): boolean {
  return report.duplicates_count + leftOut(report, 'no_client') > 0;
}
