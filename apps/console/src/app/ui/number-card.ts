import { Component, computed, inject, input } from '@angular/core';
import type { MetricUnit, MetricValue } from '@app/contracts';
import { ChangeWord } from './change-word';
import type { Change } from './comparison';
import { type Door, metricDoor } from './doors/door';
import { DoorButton } from './doors/door-button';
import { Formats } from './formats';
import { Meter } from './meter';
import { Sparkline } from './sparkline';
import type { SparkPoint } from './sparkline.data';
import { StatusWord } from './status-word';
import { TEXTS } from './texts';
import { type Tone, toneOf } from './tone';

/** A number that follows from the one of a card, as a sentence. */
export interface CardLine {
  text: string;
  /** Colour goes with a status, or is absent. */
  tone: Tone;
  /** What it opens: a metric or a figure. */
  metric: string;
}

/**
 * A number as a door: value and course, how it stands against its target, how it moved, a line for each note; a click
 * opens what is behind it. What is marked `tools` stands beside the door, in its corner.
 */
@Component({
  selector: 'app-number-card',
  imports: [ChangeWord, DoorButton, Meter, Sparkline, StatusWord],
  templateUrl: './number-card.html',
  styleUrl: './number-card.css',
})
export class NumberCard {
  protected readonly formats = inject(Formats);
  protected readonly texts = TEXTS;
  protected readonly metricDoor = metricDoor;

  readonly label = input.required<string>();
  readonly number = input.required<MetricValue>();
  readonly unit = input.required<MetricUnit>();
  /** What else is worth a line each. */
  readonly notes = input<readonly string[]>([]);
  readonly change = input<Change | null>(null);
  /** What follows from it, a line each: numbers of their own, each a door of its own. */
  readonly lines = input<readonly CardLine[]>([]);
  /** The course by month; empty for none. */
  readonly course = input<readonly SparkPoint[]>([]);
  /** What it opens. */
  readonly door = input.required<Door>();

  protected readonly tone = computed(() => toneOf(this.number().status));
  protected readonly against = computed(() => this.againstTarget());
  protected readonly spokenCourse = computed(() =>
    TEXTS.byMonth(
      this.course()
        .map(({ month, value }) => `${this.formats.month(month)} ${this.formats.short(value, this.unit())}`)
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
