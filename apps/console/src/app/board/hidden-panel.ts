import { Component, computed, inject } from '@angular/core';
import { Formats } from '../ui/base/formats';
import { BoardPanels } from './board-panels';
import { BoardStore } from './board-store';
import { BOARD, BOARD_PANELS } from './texts';
import { stageName } from '../ui/base/stage-name';

/** The deals that a board leaves out, each to be shown again. */
@Component({
  selector: 'app-hidden-panel',
  template: `
    <div class="head">
      <h3>{{ texts.heading }}</h3>
      <span class="quiet">{{ texts.hint }}</span>
      <button type="button" class="link" (click)="panels.close()">{{ close }}</button>
    </div>
    @if (lines().length === 0) {
      <p class="quiet">{{ texts.none }}</p>
    }
    <ul>
      @for (line of lines(); track line.key) {
        <li>
          <b>{{ line.client }}</b>
          <span class="quiet">{{ line.detail }}</span>
          @if (store.canChange()) {
            <button
              type="button"
              class="link"
              [attr.aria-label]="texts.showOf(line.client)"
              (click)="store.unhide(line.key)"
            >
              {{ texts.show }}
            </button>
          }
        </li>
      }
    </ul>
  `,
  styleUrl: './panel.css',
})
export class HiddenPanel {
  private readonly formats = inject(Formats);
  protected readonly store = inject(BoardStore);
  protected readonly panels = inject(BoardPanels);
  protected readonly texts = BOARD_PANELS.hidden;
  protected readonly close = BOARD_PANELS.close;

  protected readonly lines = computed(() =>
    this.store.hidden().map(({ key, deal }) => ({
      key,
      client: deal.client || BOARD.noClient,
      detail: [deal.owner ?? BOARD.nobody, stageName(deal.stage), this.formats.moneyShort(deal.value)].join(
        ' · ',
      ),
    })),
  );
}
