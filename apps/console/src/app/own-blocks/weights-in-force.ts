import { Component, input } from '@angular/core';
import type { WeightRow } from '@app/contracts';
import { WeightTable } from '../ui/weight-table';
import { WEIGHTS } from './texts';

/** The weight table that holds. */
@Component({
  selector: 'app-weights-in-force',
  imports: [WeightTable],
  host: { class: 'card' },
  template: `
    <div class="card-head">
      <h2>{{ texts.heading }}</h2>
      <span class="aside">{{ texts.aside }}</span>
    </div>
    <app-weight-table [rows]="rows()" />
  `,
})
export class WeightsInForce {
  protected readonly texts = WEIGHTS;
  readonly rows = input.required<readonly WeightRow[]>();
}
