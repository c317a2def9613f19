import { Component, inject, input } from '@angular/core';
import { BoardPanels } from './board-panels';
import { BOARD_PANELS } from './texts';

/** Top of a panel: what it is, what that means, and a way out of it. */
@Component({
  selector: 'app-panel-head',
  template: `
    <h3>{{ heading() }}</h3>
    @if (hint(); as hint) {
      <span class="quiet">{{ hint }}</span>
    }
    <span class="end">
      <ng-content />
      <button type="button" class="link" (click)="panels.close()">{{ close }}</button>
    </span>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 var(--s-3);
    }
    h3 {
      font: var(--t-strong);
    }
    .end {
      display: flex;
      gap: var(--s-3);
      margin-left: auto;
    }
  `,
})
export class PanelHead {
  protected readonly panels = inject(BoardPanels);
  protected readonly close = BOARD_PANELS.close;

  readonly heading = input.required<string>();
  readonly hint = input('');
}
