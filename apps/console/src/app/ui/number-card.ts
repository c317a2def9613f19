import { Component, computed, inject, input, output } from '@angular/core';
import type { MetricUnit, MetricValue } from '@app/contracts';
import { Formats } from './formats';
import { Meter } from './meter';
import { StatusWord } from './status-word';
import { TEXTS } from './texts';
import { toneOf } from './tone';

/** A number as a door: value, how it stands against its target, one line of context; a click opens what is behind it. */
@Component({
  selector: 'app-number-card',
  imports: [Meter, StatusWord],
  template: `
    <button type="button" class="inset-focus" aria-haspopup="dialog" (click)="open.emit()">
      <span class="head">
        <span class="label">{{ label() }}</span>
        @if (number().status; as status) {
          <app-status-word [status]="status" />
        }
      </span>
      <span class="value">{{ formats.short(number().value, unit()) }}</span>
      @if (number().progress !== null && number().target !== null) {
        <app-meter [progress]="number().progress ?? 0" [pace]="number().pace" [tone]="tone()" />
      }
      @if (against(); as against) {
        <span class="context">
          {{ against }}
          @if (number().pace !== null && number().progress !== null) {
            <span class="unseen">, {{ texts.pace(formats.share(number().pace)) }}</span>
          }
        </span>
      }
      @for (note of notes(); track note) {
        <span class="context" [title]="note">{{ note }}</span>
      }
    </button>
  `,
  styleUrl: './number-card.css',
})
export class NumberCard {
  protected readonly formats = inject(Formats);
  protected readonly texts = TEXTS;

  readonly label = input.required<string>();
  readonly number = input.required<MetricValue>();
  readonly unit = input.required<MetricUnit>();
  /** What else is worth a line each. */
  readonly notes = input<readonly string[]>([]);
  readonly open = output();

  protected readonly tone = computed(() => toneOf(this.number().status));
  protected readonly against = computed(() => this.againstTarget());

  private againstTarget(): string {
    const { target, progress } = this.number();
    if (target === null) return '';
    const shown = this.formats.short(target, this.unit());
    return progress === null ? TEXTS.of(shown) : TEXTS.progress(shown, this.formats.share(progress));
  }
}
