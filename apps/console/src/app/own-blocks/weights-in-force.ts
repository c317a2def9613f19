import { Component, input } from '@angular/core';
import type { WeightRow } from '@app/contracts';
import { WeightTable } from '../ui/weight-table';
import { WEIGHTS } from './texts';
import { CardHead } from '../ui/card-head';

/** The weight table in force. */
@Component({
  selector: 'app-weights-in-force',
  imports: [CardHead, WeightTable],
  host: { class: 'card' },
  template: `
    <app-card-head [heading]="texts.heading" [aside]="texts.aside" />
    <app-weight-table [rows]="rows()" />
  `,
})
export class WeightsInForce {
  protected readonly texts = WEIGHTS;
  readonly rows = input.required<readonly WeightRow[]>();
}
