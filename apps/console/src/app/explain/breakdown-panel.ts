import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import type { Breakdown, BreakdownRow, Dimension, Explanation } from '@app/contracts';
import { DIMENSIONS } from '@app/domain/metrics';
import { Situation } from '../session/situation';
import type { Copyable } from '../ui/copy/copyable';
import { CopyMenu } from '../ui/copy/copy-menu';
import { subtitleOf } from '../ui/copy/subtitle';
import { ExportMenu } from '../ui/export/export-menu';
import type { ExportQuestion } from '../ui/export/export-question';
import { Formats } from '../ui/formats';
import { latestOf } from '../ui/latest';
import { Meter } from '../ui/meter';
import { ProblemNotice } from '../ui/problem-notice';
import { copyOfBreakdown } from './breakdown-copy';
import { rowName } from './row-name';
import { EXPLAIN } from './texts';

/** Read first what says most: the people, unless one of them is what is shown. */
const FIRST: readonly Dimension[] = ['owner', 'source_group'];

/** The number in its parts. Rows of counts and sums add up to it; a row narrows the drawer to its records. */
@Component({
  selector: 'app-breakdown-panel',
  imports: [CopyMenu, ExportMenu, Meter, ProblemNotice],
  templateUrl: './breakdown-panel.html',
  styleUrl: './breakdown-panel.css',
})
export class BreakdownPanel {
  protected readonly formats = inject(Formats);
  private readonly situation = inject(Situation);
  protected readonly texts = EXPLAIN;
  protected readonly dimensions = DIMENSIONS;

  readonly explanation = input.required<Explanation>();
  protected readonly metric = computed(() => this.explanation().metric);

  protected readonly by = computed(
    () => DIMENSIONS.find((each) => each === this.situation.parameter('by')) ?? this.firstBy(),
  );
  protected readonly exported = computed((): ExportQuestion | null => this.question('/export'));
  private readonly answer = httpResource<Breakdown>(() => this.question('') ?? undefined);
  protected readonly breakdown = latestOf(this.answer, () => `${this.metric().id} ${this.by()}`);
  private readonly largest = computed(() =>
    Math.max(0, ...(this.breakdown.data()?.rows ?? []).map((row) => row.value ?? 0)),
  );
  /** A month narrows what falls into the period by a date, and nothing else. */
  protected readonly canNarrow = computed(() => {
    const { dates, period } = this.explanation();
    return this.by() !== 'month' || (dates.from === period.from && dates.to === period.to);
  });

  protected choose(by: Dimension): void {
    this.situation.inDrawer({ by });
  }

  protected narrow({ key }: BreakdownRow): void {
    const [opened, by] = [this.situation.opened(), this.by()];
    if (!opened) return;
    if (by === 'month') this.situation.explain(opened.metric, key, opened.only);
    else this.situation.explain(opened.metric, opened.part, { field: by, value: key ?? '' });
  }

  protected nameOf(row: BreakdownRow): string {
    return rowName(row, this.by(), this.formats);
  }

  protected shareOf({ value }: BreakdownRow): number {
    return this.largest() > 0 ? (value ?? 0) / this.largest() : 0;
  }

  protected copyOf(data: Breakdown): Copyable {
    const subtitle = subtitleOf(this.situation.view()?.name ?? '', data, this.formats);
    return copyOfBreakdown(data, { metric: this.metric(), subtitle }, this.formats);
  }

  private firstBy(): Dimension {
    const opened = this.situation.opened();
    return FIRST.find((each) => each !== opened?.only?.field) ?? 'month';
  }

  private question(suffix: '' | '/export') {
    const view = this.situation.viewId();
    if (!view) return null;
    return {
      url: `/api/views/${view}/analytics/breakdown${suffix}`,
      params: { metric: this.metric().id, by: this.by(), ...this.situation.askedInDrawer() },
    };
  }
}
