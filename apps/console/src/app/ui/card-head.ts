import { Component, input } from '@angular/core';

/** Head of a card: its heading, a short note beside it, and projected controls of the whole card. */
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
