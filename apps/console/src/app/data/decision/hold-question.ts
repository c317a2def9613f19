import { Component, computed, inject, input, output } from '@angular/core';
import { LucideTriangleAlert } from '@lucide/angular';
import type { HoldReason, IngestionRun, IngestionRunSummary, RunHold } from '@app/contracts';
import { Formats } from '../../ui/base/formats';
import { othersThatWait, supersededBy } from '../run/runs';
import { DATA } from '../run/texts';

/** What to check before an upload is published, with the buttons to publish or discard it. */
@Component({
  selector: 'app-hold-question',
  imports: [LucideTriangleAlert],
  templateUrl: './hold-question.html',
  styleUrl: './hold-question.css',
})
export class HoldQuestion {
  private readonly formats = inject(Formats);
  protected readonly texts = DATA.hold;

  readonly run = input.required<IngestionRun>();
  readonly hold = input.required<RunHold>();
  /** The runs of the view, as far as they are known. */
  readonly runs = input.required<readonly IngestionRunSummary[]>();
  /** Whether the reader may upload to the view. */
  readonly mayDecide = input.required<boolean>();
  readonly isBusy = input.required<boolean>();
  /** Why the last decision failed; empty otherwise. */
  readonly failure = input.required<string>();
  readonly publish = output();
  readonly discard = output();

  protected readonly uploaded = computed(() => {
    const { source, started_by, started_at } = this.run();
    return DATA.hold.uploaded(source.name, started_by, this.formats.at(started_at));
  });
  /** Notes about other uploads that wait, or waited. */
  protected readonly beside = computed(() => {
    const others = othersThatWait(this.run(), this.runs()).length;
    return [
      ...(others > 0 ? [DATA.hold.others(this.formats.count(others), others === 1)] : []),
      ...supersededBy(this.run(), this.runs()).map(({ source, started_at }) =>
        DATA.hold.superseded(source.name, this.formats.at(started_at)),
      ),
    ];
  });
  protected readonly advice = computed(() => [
    ...new Set(this.hold().reasons.map(({ code }: HoldReason) => DATA.hold.advice[code])),
  ]);
}
