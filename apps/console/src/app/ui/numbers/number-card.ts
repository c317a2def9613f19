import { Component, computed, inject, input } from '@angular/core';
import type { MetricUnit, NumberId } from '@app/contracts';
import type { ComparedNumber } from '@app/domain/metrics';
import { ChangeLabel } from './change-label';
import type { Change } from './change';
import { type DrawerLink, metricLink } from '../links/link';
import { DrawerLinkButton } from '../links/link-button';
import { Formats } from '../base/formats';
import { Meter } from '../meter';
import { Sparkline } from './sparkline';
import type { SparkPoint } from './sparkline.data';
import { StatusLabel } from './status-label';
import { TermLink } from '../term-link';
import { stepTick } from '../base/step-label';
import { TEXTS } from '../base/texts';
import { type Tone, toneOf } from '../base/tone';

/** A number that follows from the one of a card, as a sentence. */
export interface CardLine {
  text: string;
  /** Colour goes with a status, or is absent. */
  tone: Tone;
  /** What it opens: a metric or a figure. */
  metric: NumberId;
}

/**
 * A number that opens: value and trend, progress towards its target, change, and a line for each note; a click
 * opens the records behind it. Content marked `tools` appears in its corner.
 */
@Component({
  selector: 'app-number-card',
  imports: [ChangeLabel, DrawerLinkButton, Meter, Sparkline, StatusLabel, TermLink],
  templateUrl: './number-card.html',
  styleUrl: './number-card.css',
})
export class NumberCard {
  protected readonly formats = inject(Formats);
  protected readonly texts = TEXTS;
  protected readonly metricLink = metricLink;

  readonly label = input.required<string>();
  readonly number = input.required<ComparedNumber>();
  readonly unit = input.required<MetricUnit>();
  /** Further notes, one line each. */
  readonly notes = input<readonly string[]>([]);
  readonly change = input<Change | null>(null);
  /** Numbers that follow from it, one line and one link each. */
  readonly lines = input<readonly CardLine[]>([]);
  /** The trend by month, week or day; empty for none. */
  readonly trend = input<readonly SparkPoint[]>([]);
  /** What it opens. */
  readonly link = input.required<DrawerLink>();

  protected readonly tone = computed(() => toneOf(this.number().status));
  protected readonly against = computed(() => this.againstTarget());
  protected readonly spokenCourse = computed(() =>
    TEXTS.course(
      this.trend()
        .map(
          ({ step, value }) =>
            `${stepTick(step, false, this.formats)} ${this.formats.short(value, this.unit())}`,
        )
        .join(', '),
    ),
  );

  private againstTarget(): string {
    const { target, progress } = this.number();
    if (target === null) return '';
    const shown = this.formats.short(target, this.unit());
    return progress === null ? TEXTS.of(shown) : TEXTS.progress(shown, this.formats.share(progress));
  }
}
