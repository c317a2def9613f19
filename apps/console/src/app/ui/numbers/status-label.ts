import { Component, computed, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { Status } from '@app/contracts';
import { TEXTS } from '../base/texts';
import { toneOf } from '../base/tone';

/** A status is a word, an icon and a tint: never colour alone. */
@Component({
  selector: 'app-status-label',
  imports: [Icon],
  template: `
    <span class="status {{ tone() }}">
      @switch (status()) {
        @case ('on_track') {
          <svg appIcon="check" aria-hidden="true" [strokeWidth]="3"></svg>
        }
        @case ('at_risk') {
          <svg appIcon="minus" aria-hidden="true" [strokeWidth]="3"></svg>
        }
        @case ('behind') {
          <svg appIcon="trending-down" aria-hidden="true" [strokeWidth]="3"></svg>
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
