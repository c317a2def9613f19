import { Injectable } from '@nestjs/common';
import type { DealChangeKind, IngestionRun, RunChange, RunChangePage } from '@app/contracts';
import { toCursor, type WantedPage } from '../http/cursor.js';
import { Refusal } from '../refusals/refusal.js';
import type { StoredView } from '../views/stored-view.js';
import { type ChangeFilter, placeOf } from './run-list-parameters.js';
import { RunChangesRepository } from './runs/run-changes.repository.js';
import { noRun } from './runs/run-document.js';
import { RunsRepository } from './runs/runs.repository.js';

const NOT_KEPT =
  'What this import changed is older than the history is kept: only its report with the counts is left.';
const KINDS: readonly DealChangeKind[] = ['added', 'changed', 'removed'];

/** Where the changes of a kind begin in the list that is asked for, and how many there are. */
interface Stretch {
  readonly kind: DealChangeKind;
  readonly start: number;
  readonly count: number;
}

/** What a run does to the deals of its view, whole: published, or only shown. */
@Injectable()
export class RunChangesService {
  constructor(
    private readonly runs: RunsRepository,
    private readonly changes: RunChangesRepository,
  ) {}

  async page(
    view: StoredView,
    runId: string,
    { kind, limit, cursor }: ChangeFilter & WantedPage,
  ): Promise<RunChangePage> {
    const { stretches, total } = await this.stretchesOf(view, runId, kind);
    const from = cursor === null ? 0 : placeOf(cursor);
    const items: RunChange[] = [];
    for await (const change of this.entries(runId, stretches, from)) {
      items.push(change);
      if (items.length === limit) break;
    }
    const next = from + items.length;
    const isLast = items.length < limit || next >= total;
    return { items, next_cursor: isLast ? null : toCursor({ place: next }), total };
  }

  /** Every change, one after the other, such as for a file; and what counts their rows there, one for each field that changes. */
  async all(view: StoredView, runId: string, { kind }: ChangeFilter) {
    const { stretches, total } = await this.stretchesOf(view, runId, kind);
    const changed = stretches.find((stretch) => stretch.kind === 'changed')?.count ?? 0;
    const countRows = async (): Promise<number> =>
      total - changed + (changed > 0 ? await this.changes.countFields(runId) : 0);
    return { changes: this.entries(runId, stretches, 0), countRows };
  }

  private async *entries(
    runId: string,
    stretches: readonly Stretch[],
    from: number,
  ): AsyncGenerator<RunChange> {
    for (const { kind, start, count } of stretches)
      if (from < start + count) yield* this.changes.of(runId, kind, Math.max(0, from - start));
  }

  private async stretchesOf(view: StoredView, runId: string, asked: DealChangeKind | null) {
    const run = await this.runs.ofView(view.id, runId);
    if (!run) throw noRun(view, runId);
    const report = reportWithChanges(run);
    const stretches: Stretch[] = [];
    let total = 0;
    for (const kind of KINDS.filter((each) => asked === null || each === asked)) {
      stretches.push({ kind, start: total, count: report[kind] });
      total += report[kind];
    }
    return { stretches, total };
  }
}

/** @throws Refusal for a run that was compared with nothing, and for one whose changes went when it was discarded */
function reportWithChanges({ status, report, history_kept }: IngestionRun): Record<DealChangeKind, number> {
  if (!report) throw new Refusal('absent', 'The run has no report: nothing of its file was read.');
  if (status === 'discarded' || status === 'cancelled') {
    throw new Refusal('absent', `The changes of an import are not kept once it was ${status}.`);
  }
  if (!history_kept) throw new Refusal('absent', NOT_KEPT);
  return report;
}
