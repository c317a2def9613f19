import { Component, computed, inject } from '@angular/core';
import { Formats } from '../ui/base/formats';
import { stageName } from '../ui/base/stage-name';
import { BoardEdits } from './board-edits';
import { BoardStore } from './board-store';
import { type PanelLine, PanelList } from './panel-list';
import { BOARD, BOARD_PANELS } from './texts';

/** The deals that a board leaves out, each to be shown again. */
@Component({
  selector: 'app-hidden-panel',
  imports: [PanelList],
  template: `
    <app-panel-list
      [heading]="texts.heading"
      [hint]="texts.hint"
      [lines]="lines()"
      [action]="{ label: texts.show, of: texts.showOf }"
      (act)="edits.unhide($event.key)"
    >
      @if (lines().length === 0) {
        <p class="quiet">{{ texts.none }}</p>
      }
    </app-panel-list>
  `,
})
export class HiddenPanel {
  private readonly formats = inject(Formats);
  private readonly store = inject(BoardStore);
  protected readonly edits = inject(BoardEdits);
  protected readonly texts = BOARD_PANELS.hidden;

  protected readonly lines = computed(() =>
    this.store.hidden().map(({ key, deal }): PanelLine => {
      const words = [
        ...(deal.owner === null ? [BOARD.nobody] : []),
        stageName(deal.stage),
        this.formats.moneyShort(deal.value),
      ];
      return { key, client: deal.client || BOARD.noClient, owner: deal.owner, detail: words.join(' · ') };
    }),
  );
}
