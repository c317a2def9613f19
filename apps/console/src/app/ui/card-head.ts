import { Component, input } from '@angular/core';

/** Head of a card: its heading, one calm phrase beside it, and what acts on the whole card (projected). */
@Component({
  selector: 'app-card-head',
  host: { class: 'card-head' },
  template: `
    <h2>{{ heading() }}</h2>
    @if (aside(); as aside) {
      <span class="aside">{{ aside }}</span>
    }
    <ng-content />
  `,
})
export class CardHead {
  readonly heading = input.required<string>();
  readonly aside = input('');
}
