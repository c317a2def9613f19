import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import type { Breakdown, BreakdownRow, Dimension, MetricDefinition } from '@app/contracts';
import { DIMENSIONS } from '@app/domain/metrics';
import { Situation } from '../session/situation';
import { Formats } from '../ui/formats';
import { latestOf } from '../ui/latest';
import { Meter } from '../ui/meter';
import { ProblemNotice } from '../ui/problem-notice';
import { TEXTS } from '../ui/texts';
import { EXPLAIN } from './texts';

/** The number in its parts. Rows of counts and sums add up to it. */
@Component({
  selector: 'app-breakdown-panel',
  imports: [Meter, ProblemNotice],
  templateUrl: './breakdown-panel.html',
  styleUrl: './breakdown-panel.css',
})
export class BreakdownPanel {
  protected readonly formats = inject(Formats);
  private readonly situation = inject(Situation);
  protected readonly texts = EXPLAIN;
  protected readonly dimensions = DIMENSIONS;

  readonly metric = input.required<MetricDefinition>();

  protected readonly by = computed(
    () => DIMENSIONS.find((each) => each === this.situation.parameter('by')) ?? 'owner',
  );
  private readonly answer = httpResource<Breakdown>(() => {
    const view = this.situation.viewId();
    if (!view) return undefined;
    return {
      url: `/api/views/${view}/analytics/breakdown`,
      params: { metric: this.metric().id, by: this.by(), ...this.situation.askedInDrawer() },
    };
  });
  protected readonly breakdown = latestOf(this.answer, () => `${this.metric().id} ${this.by()}`);
  private readonly largest = computed(() =>
    Math.max(0, ...(this.breakdown.data()?.rows ?? []).map((row) => row.value ?? 0)),
  );

  protected choose(by: Dimension): void {
    this.situation.inDrawer({ by });
  }

  protected labelOf({ key, label }: BreakdownRow): string {
    if (key === null) return TEXTS.unassigned;
    if (this.by() === 'month') return this.formats.month(key, true);
    return this.by() === 'source_group' && key in TEXTS.sources
      ? TEXTS.sources[key as keyof typeof TEXTS.sources]
      : label;
  }

  protected shareOf({ value }: BreakdownRow): number {
    return this.largest() > 0 ? (value ?? 0) / this.largest() : 0;
  }
}
