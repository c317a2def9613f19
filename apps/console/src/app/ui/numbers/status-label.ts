import { Component, computed, input } from '@angular/core';
import { LucideCheck, LucideMinus, LucideTrendingDown } from '@lucide/angular';
import type { Status } from '@app/contracts';
import { TEXTS } from '../base/texts';
import { toneOf } from '../base/tone';

/** A status is a word, an icon and a tint: never colour alone. */
@Component({
  selector: 'app-status-label',
  imports: [LucideCheck, LucideMinus, LucideTrendingDown],
  template: `
    <span class="status {{ tone() }}">
      @switch (status()) {
        @case ('on_track') {
          <svg lucideCheck aria-hidden="true" [strokeWidth]="3"></svg>
        }
        @case ('at_risk') {
          <svg lucideMinus aria-hidden="true" [strokeWidth]="3"></svg>
        }
        @case ('behind') {
          <svg lucideTrendingDown aria-hidden="true" [strokeWidth]="3"></svg>
        }
      }
      {{ texts[status()] }}
    </span>
  `,
})
export class StatusLabel {
  readonly status = input.required<Status>();
  protected readonly tone = computed(() => toneOf(this.status()));
  protected readonly texts = TEXTS.status;
}
