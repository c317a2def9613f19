import type { IngestionRun, RunReport } from '@app/contracts';
import { isWaiting } from '../run/runs';
import type { REPORT } from './texts';

type TabId = keyof typeof REPORT.tabs;

/** A list of a report, and how many entries it has; null where nothing is counted. */
export interface CountedTab {
  id: TabId;
  count: number | null;
}

type Reported = Pick<
  RunReport,
  | 'added'
  | 'changed'
  | 'removed'
  | 'findings_count'
  | 'duplicates_count'
  | 'doubtful_matches_count'
  | 'rows_read'
>;

/**
 * The lists of a report; of a sheet of which no row was read only how it was read, of going back only the changes. One
 * that failed was compared with nothing.
 */
export function tabsOf(run: Pick<IngestionRun, 'rollback' | 'status'>, report: Reported): CountedTab[] {
  const changes = CHANGES.map((id): CountedTab => ({ id, count: report[id] }));
  if (run.rollback) return changes;
  const reading: CountedTab = { id: 'reading', count: null };
  if (report.rows_read === 0) return [reading];
  return [
    ...(run.status === 'failed' ? [] : changes),
    { id: 'findings', count: report.findings_count },
    { id: 'duplicates', count: report.duplicates_count },
    ...(report.doubtful_matches_count > 0
      ? [{ id: 'doubtful' as const, count: report.doubtful_matches_count }]
      : []),
    reading,
  ];
}

/**
 * The list that is open at first: before a decision the columns that were not recognised, where some look like known
 * ones or are missing, else what is lost, changed or new; afterwards the findings.
 */
export function firstTab(
  run: Pick<IngestionRun, 'status'>,
  report: Reported & Pick<RunReport, 'proposals' | 'held'>,
): TabId {
  if (!isWaiting(run)) return 'findings';
  const lacksColumn = report.held?.reasons.some(({ code }) => code.startsWith('column_')) ?? false;
  if (lacksColumn || report.proposals.length > 0) return 'reading';
  const changed = CHANGES.find((kind) => report[kind] > 0);
  return changed ?? 'findings';
}

/** In the order in which they matter: what is lost comes first. */
const CHANGES = ['removed', 'changed', 'added'] as const;
