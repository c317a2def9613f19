import { Component, computed, inject } from '@angular/core';
import type { Fate, SavedDeal } from '@app/domain/board';
import { Formats } from '../ui/base/formats';
import { BoardPanels } from './board-panels';
import { BoardStore } from './board-store';
import { BOARD_PANELS } from './texts';

/** Saved deals that are not on the board now, with what became of each. */
@Component({
  selector: 'app-apart-panel',
  template: `
    <div class="head">
      <h3>{{ texts.heading }}</h3>
      <span class="quiet">{{ texts.hint }}</span>
      <button type="button" class="link" (click)="panels.close()">{{ close }}</button>
    </div>
    @if (store.apart() === null) {
      <p class="quiet">{{ texts.checking }}</p>
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
              [attr.aria-label]="texts.forgetOf(line.client)"
              (click)="store.forget(line.key)"
            >
              {{ texts.forget }}
            </button>
          }
        </li>
      }
    </ul>
  `,
  styleUrl: './panel.css',
})
export class ApartPanel {
  private readonly formats = inject(Formats);
  protected readonly store = inject(BoardStore);
  protected readonly panels = inject(BoardPanels);
  protected readonly texts = BOARD_PANELS.apart;
  protected readonly close = BOARD_PANELS.close;

  protected readonly lines = computed(() =>
    (this.store.apart() ?? []).map(({ key, saved, fate, deal }) => {
      const value = deal?.value ?? saved.pipeline;
      const words = [
        this.fateOf(saved, fate),
        deal?.owner ?? saved.owner,
        value === null ? null : this.texts.lastValue(this.formats.moneyShort(value)),
      ];
      return {
        key,
        client: deal?.client ?? saved.client ?? this.texts.unnamed,
        detail: words.filter((each) => each !== null).join(' · '),
      };
    }),
  );

  /** What is not looked up may be anywhere in the data. */
  private fateOf(saved: SavedDeal, fate: Fate): string {
    if (fate !== 'gone' || this.store.isLookedUp(saved)) return this.texts.fates[fate];
    return this.store.lookupProblem() ? this.texts.unknown : this.texts.checking;
  }
}
