import { Component, computed, inject, input, output } from '@angular/core';
import { LucideEye, LucideTriangleAlert } from '@lucide/angular';
import type { IngestionRun, IngestionRunSummary, RunReport } from '@app/contracts';
import { Formats } from '../../ui/base/formats';
import { TEXTS } from '../../ui/base/texts';
import type { ReadingChoices } from '../reading/reading-draft';
import { ReadingForm } from '../reading/reading-form';
import { RunReportCard } from '../report/run-report';
import { othersThatWait, supersededBy } from '../run/runs';
import { DECISION } from './texts';

/** An import that waits for a decision: why, what it would do, and the buttons to publish or discard it. */
@Component({
  selector: 'app-decision-panel',
  imports: [LucideEye, LucideTriangleAlert, ReadingForm, RunReportCard],
  templateUrl: './decision-panel.html',
  styleUrl: './decision-panel.css',
  host: { '[class.held]': 'isHeld()' },
})
export class DecisionPanel {
  private readonly formats = inject(Formats);
  protected readonly texts = DECISION;

  readonly run = input.required<IngestionRun>();
  readonly report = input.required<RunReport>();
  /** The runs of the view, as far as they are known. */
  readonly runs = input.required<readonly IngestionRunSummary[]>();
  /** Whether the reader may upload to the view. */
  readonly mayDecide = input.required<boolean>();
  readonly isBusy = input.required<boolean>();
  /** Why the last decision failed; empty otherwise. */
  readonly failure = input.required<string>();
  readonly publish = output();
  readonly discard = output();
  readonly readAgain = output<ReadingChoices>();

  protected readonly isHeld = computed(() => this.run().status === 'held');
  protected readonly uploaded = computed(() => {
    const { source, started_by, started_at } = this.run();
    return DECISION.uploaded(source.name, started_by, this.formats.at(started_at));
  });
  protected readonly reasons = computed(() => {
    const reasons = this.isHeld() ? (this.report().held?.reasons ?? []) : [];
    return reasons.map(({ code, message }) => ({ code, message, advice: DECISION.advice[code] }));
  });
  /** Notes about other uploads that wait, or waited. */
  protected readonly beside = computed(() => {
    const others = othersThatWait(this.run(), this.runs()).length;
    return [
      ...(others > 0 ? [DECISION.others(this.formats.count(others), others === 1)] : []),
      ...supersededBy(this.run(), this.runs()).map(({ source, started_at }) =>
        DECISION.superseded(source.name, this.formats.at(started_at)),
      ),
    ];
  });
  protected readonly effect = computed(() => {
    const { added, changed, removed, kept } = this.report();
    const { effect } = DECISION;
    const changes = [
      { count: added, words: effect.added },
      { count: changed, words: effect.changed },
      { count: removed, words: effect.removed },
    ]
      .filter(({ count }) => count > 0)
      .map(({ count, words }) => words(TEXTS.deals(this.formats.count(count), count === 1)));
    // A merge leaves deals in place that its sheet does not have.
    const after =
      this.run().mode === 'replace' ? effect.after(TEXTS.deals(this.formats.count(kept), kept === 1)) : '';
    return effect.sentence(changes.length > 0 ? this.formats.list(changes) : effect.nothing, after);
  });
  /** Who may decide, for those who may not: the one who brought it in, unless that was the product itself. */
  protected readonly whoDecides = computed(() => {
    const who = this.run().started_by;
    return who.includes('@') ? DECISION.mayDecide(who) : DECISION.superAdmin;
  });
}
