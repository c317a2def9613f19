import { Injectable } from '@nestjs/common';
import type {
  DoubtfulMatchPage,
  DuplicateRowPage,
  ImportFindingPage,
  RunFinding,
  RunReport,
} from '@app/contracts';
import { type ImportFinding, mostMoneyFirst } from '@app/domain';
import { toCursor, type WantedPage } from '../http/cursor.js';
import { Refusal } from '../refusals/refusal.js';
import type { StoredView } from '../views/stored-view.js';
import { noRun } from './runs/run-document.js';
import { type ReportLists, ReportListsRepository } from './runs/report-lists.repository.js';
import { RunsRepository } from './runs/runs.repository.js';
import { type FindingFilter, placeOf } from './run-list-parameters.js';
import { ENTRIES_A_PAGE } from './staging/run-report.js';

type Kind = keyof ReportLists;

/** A list of a report, and which of its entries are asked for. */
interface AskedList<K extends Kind> {
  readonly runId: string;
  readonly kind: K;
  /** Those in the document of the run: the rest lies in pages of as many. Null where all of it does. */
  readonly first: readonly ReportLists[K][] | null;
  readonly holds: (entry: ReportLists[K]) => boolean;
}

/** The lists of a report, whole: a run's own document has only the beginning of each. */
@Injectable()
export class RunListsService {
  constructor(
    private readonly runs: RunsRepository,
    private readonly lists: ReportListsRepository,
  ) {}

  async findings(
    view: StoredView,
    runId: string,
    { code, column, ...wanted }: FindingFilter & WantedPage,
  ): Promise<ImportFindingPage> {
    const report = await this.reportOf(view, runId);
    const asked = findingsOf(runId, report, { code, column });
    return { ...(await this.page(asked, wanted)), total: countOf(report, { code, column }) };
  }

  async duplicates(view: StoredView, runId: string, wanted: WantedPage): Promise<DuplicateRowPage> {
    const report = await this.reportOf(view, runId);
    return { ...(await this.page(duplicatesOf(runId, report), wanted)), total: report.duplicates_count };
  }

  async matches(view: StoredView, runId: string, wanted: WantedPage): Promise<DoubtfulMatchPage> {
    const { doubtful_matches_count: total } = await this.reportOf(view, runId);
    return { ...(await this.page(matchesOf(runId), wanted)), total };
  }

  /**
   * Every finding, batch by batch, such as for a file; and how many there are. By kind and column, those first that
   * touch most money.
   */
  async allFindings(view: StoredView, runId: string, filter: FindingFilter) {
    const report = await this.reportOf(view, runId);
    return { batches: this.byMoney(runId, report, filter), total: countOf(report, filter) };
  }

  /** Every row that was removed, batch by batch; and how many there are. */
  async allDuplicates(view: StoredView, runId: string) {
    const report = await this.reportOf(view, runId);
    return { batches: this.all(duplicatesOf(runId, report)), total: report.duplicates_count };
  }

  /** Every row of which another deal may be meant, batch by batch; and how many there are. */
  async allMatches(view: StoredView, runId: string) {
    const { doubtful_matches_count: total } = await this.reportOf(view, runId);
    return { batches: this.all(matchesOf(runId)), total };
  }

  /** @throws Refusal when there is no such run, or it ended before anything was read */
  private async reportOf(view: StoredView, runId: string): Promise<RunReport> {
    const run = await this.runs.ofView(view.id, runId);
    if (!run) throw noRun(view, runId);
    if (!run.report) throw new Refusal('absent', 'The run has no report: nothing of its file was read.');
    if (!run.history_kept)
      throw new Refusal(
        'absent',
        'The lists of this report are older than the history is kept: the report has their first 1,000 entries.',
      );
    return run.report;
  }

  /** A cursor is the place of the next entry in the whole list, whatever is asked of it. */
  private async page<K extends Kind>(
    asked: AskedList<K>,
    { limit, cursor }: WantedPage,
  ): Promise<{ items: ReportLists[K][]; next_cursor: string | null }> {
    const items: ReportLists[K][] = [];
    for await (const { entry, place } of this.entries(asked, cursor === null ? 0 : placeOf(cursor))) {
      if (items.length === limit) return { items, next_cursor: toCursor({ place }) };
      items.push(entry);
    }
    return { items, next_cursor: null };
  }

  private async *entries<K extends Kind>(
    asked: AskedList<K>,
    from: number,
  ): AsyncGenerator<{ entry: ReportLists[K]; place: number }> {
    let page = Math.floor(from / ENTRIES_A_PAGE);
    for await (const entries of this.pages(asked, page)) {
      const before = page * ENTRIES_A_PAGE;
      for (const [at, entry] of entries.entries())
        if (before + at >= from && asked.holds(entry)) yield { entry, place: before + at };
      page += 1;
    }
  }

  private async *all<K extends Kind>(asked: AskedList<K>): AsyncGenerator<readonly ReportLists[K][]> {
    for await (const entries of this.pages(asked, 0)) yield entries.filter(asked.holds);
  }

  private async *byMoney(
    runId: string,
    report: RunReport,
    filter: FindingFilter,
  ): AsyncGenerator<readonly RunFinding[]> {
    const { findings: first, finding_counts } = report;
    const causes = finding_counts.filter(isAsked(filter)).sort(mostMoneyFirst);
    const list = { runId, kind: 'finding', first } as const;
    for (const cause of causes) {
      let left = cause.count;
      for await (const findings of this.all({ ...list, holds: isOf(cause) })) {
        if (findings.length > 0) yield findings;
        left -= findings.length;
        if (left <= 0) break;
      }
    }
    if (isCountedWhole(report)) return;
    const isListed = (finding: RunFinding) => causes.some((cause) => isOf(cause)(finding));
    yield* this.all({ ...list, holds: (finding) => isAsked(filter)(finding) && !isListed(finding) });
  }

  private async *pages<K extends Kind>(
    { runId, kind, first }: AskedList<K>,
    from: number,
  ): AsyncGenerator<readonly ReportLists[K][]> {
    if (first && from === 0) yield first;
    yield* this.lists.pages(runId, kind, first ? Math.max(1, from) : from);
  }
}

const isAsked =
  ({ code, column }: FindingFilter) =>
  (finding: Cause): boolean =>
    (code === null || finding.code === code) && (column === null || finding.column === column);

type Cause = Pick<ImportFinding, 'code' | 'column'>;

const isOf =
  (cause: Cause) =>
  ({ code, column }: Cause): boolean =>
    code === cause.code && column === cause.column;

/* Reports of earlier versions were not. */
const isCountedWhole = ({ findings_count, finding_counts }: RunReport): boolean =>
  finding_counts.reduce((sum, { count }) => sum + count, 0) >= findings_count;

const findingsOf = (runId: string, { findings }: RunReport, filter: FindingFilter): AskedList<'finding'> => ({
  runId,
  kind: 'finding',
  first: findings,
  holds: isAsked(filter),
});

const duplicatesOf = (runId: string, { duplicates }: RunReport): AskedList<'duplicate'> => ({
  runId,
  kind: 'duplicate',
  first: duplicates,
  holds: () => true,
});

const matchesOf = (runId: string): AskedList<'match'> => ({
  runId,
  kind: 'match',
  first: null,
  holds: () => true,
});

/** Reports of earlier versions counted by kind no further than the entries they have themselves; all together they know. */
function countOf({ findings_count, finding_counts }: RunReport, filter: FindingFilter): number {
  if (filter.code === null && filter.column === null) return findings_count;
  return finding_counts.filter(isAsked(filter)).reduce((sum, { count }) => sum + count, 0);
}
