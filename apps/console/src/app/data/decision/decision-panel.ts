import { Component, computed, inject, input, output } from '@angular/core';
import { Icon } from '../../ui/icon/icon';
import type { DedupeRule, IngestionRun, IngestionRunSummary, RunReport, ViewData } from '@app/contracts';
import { Formats } from '../../ui/base/formats';
import { TEXTS } from '../../ui/base/texts';
import type { ReadingChoices } from '../reading/reading-draft';
import { ReadingForm } from '../reading/reading-form';
import { DedupeWarning } from '../report/dedupe-warning';
import { isWorthAWarning } from '../report/left-out';
import { RunReportCard } from '../report/run-report';
import { supersededBy } from '../run/runs';
import { DECISION } from './texts';
import { whoDecides } from './who-decides';

/** An import that waits for a decision: why, what it would do, and the buttons to publish or discard it. */
@Component({
  selector: 'app-decision-panel',
  imports: [DedupeWarning, Icon, ReadingForm, RunReportCard],
  templateUrl: './decision-panel.html',
  styleUrl: './decision-panel.css',
  host: { '[class.doubtful]': 'isDoubtful()' },
})
export class DecisionPanel {
  private readonly formats = inject(Formats);
  protected readonly texts = DECISION;

  readonly run = input.required<IngestionRun>();
  readonly report = input.required<RunReport>();
  /** The runs of the view, as far as they are known. */
  readonly runs = input.required<readonly IngestionRunSummary[]>();
  /** The name of the view. */
  readonly view = input.required<string>();
  /** The data of the view as it is now. */
  readonly data = input.required<ViewData>();
  /** Whether the reader may upload to the view. */
  readonly mayDecide = input.required<boolean>();
  /** Whether the reader may change the dedupe rule of the view. */
  readonly mayChangeRule = input.required<boolean>();
  readonly isBusy = input.required<boolean>();
  /** Why the last decision failed; empty otherwise. */
  readonly failure = input.required<string>();
  /** Why its file was not read again; empty otherwise. */
  readonly readingFailure = input.required<string>();
  readonly publish = output();
  readonly discard = output();
  readonly readAgain = output<ReadingChoices>();
  readonly use = output<DedupeRule>();

  protected readonly words = computed(() => {
    const { rollback, source, status } = this.run();
    if (rollback !== null) {
      const heading =
        status === 'held' ? DECISION.held : DECISION.back(this.formats.count(rollback.revision));
      return { heading, publish: DECISION.goBack, discard: DECISION.stay };
    }
    if (status === 'held') {
      const discard = source.type === 'google_sheets' ? DECISION.discardSheet : DECISION.discard;
      return { heading: DECISION.held, publish: DECISION.publishAnyway, discard };
    }
    const discard = DECISION.discardPreview;
    return this.isDoubtful()
      ? { heading: DECISION.doubtfulPreview, publish: DECISION.publishAnyway, discard }
      : { heading: DECISION.preview, publish: DECISION.publish, discard };
  });
  protected readonly uploaded = computed(() => {
    const { source, started_by, started_at, rollback } = this.run();
    if (rollback) return DECISION.askedBack(started_by, this.formats.at(started_at));
    return DECISION.uploaded(source.name, started_by, this.formats.at(started_at));
  });
  /** What the gate objects to; a preview, which nothing holds, is asked about the same. */
  protected readonly reasons = computed(() =>
    (this.report().held?.reasons ?? []).map(({ code, message }) => ({
      code,
      message,
      advice: DECISION.advice[code],
    })),
  );
  protected readonly isDoubtful = computed(() => this.run().status === 'held' || this.reasons().length > 0);
  /** Notes about uploads that waited before this one. */
  protected readonly beside = computed(() =>
    supersededBy(this.run(), this.runs()).map(({ source, started_at }) =>
      DECISION.superseded(source.name, this.formats.at(started_at)),
    ),
  );
  protected readonly isWorthAWarning = computed(
    () => this.run().rollback === null && isWorthAWarning(this.report()),
  );
  protected readonly effect = computed(() => {
    const { added, changed, removed } = this.report();
    const { effect } = DECISION;
    const changes = [
      { count: added, words: effect.added },
      { count: changed, words: effect.changed },
      { count: removed, words: effect.removed },
    ]
      .filter(({ count }) => count > 0)
      .map(({ count, words }) => words(TEXTS.deals(this.formats.count(count), count === 1)));
    const count = this.dealsAfter();
    const after = count === null ? '' : effect.after(TEXTS.deals(this.formats.count(count), count === 1));
    const sentence = this.run().rollback === null ? effect.sentence : effect.backSentence;
    return sentence(changes.length > 0 ? this.formats.list(changes) : effect.nothing, after);
  });
  protected readonly mayReadAgain = computed(() => this.mayDecide() && this.run().file_kept);
  /** Why something was refused that no form says: that of the reading is gone with the file. */
  protected readonly refusal = computed(
    () => this.failure() || (this.mayReadAgain() ? '' : this.readingFailure()),
  );
  protected readonly whoDecides = computed(() => whoDecides(this.run()));

  /** How many deals the view has once it is published; null where only the server knows. */
  private dealsAfter(): number | null {
    const { mode, rollback } = this.run();
    const { added, removed, kept } = this.report();
    if (mode === 'replace' && rollback === null) return kept;
    // Sample records give way to what is merged.
    return this.data().sample ? null : this.data().records_count + added - removed;
  }
}
