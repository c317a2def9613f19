import { Component, computed, inject } from '@angular/core';
import { Formats } from '../ui/base/formats';
import { BoardEdits } from './board-edits';
import { BoardLookups } from './board-lookups';
import { fateWords } from './fate-words';
import { type PanelLine, PanelList } from './panel-list';
import { BOARD_PANELS } from './texts';

/** Saved deals that are not on the board now, with what became of each. */
@Component({
  selector: 'app-apart-panel',
  imports: [PanelList],
  template: `
    <app-panel-list
      [heading]="texts.heading"
      [hint]="texts.hint"
      [lines]="lines()"
      [action]="{ label: texts.forget, of: texts.forgetOf }"
      (act)="edits.forget($event.key)"
    >
      @if (lookups.apart() === null) {
        <p class="quiet">{{ texts.checking }}</p>
      }
    </app-panel-list>
  `,
})
export class ApartPanel {
  private readonly formats = inject(Formats);
  protected readonly lookups = inject(BoardLookups);
  protected readonly edits = inject(BoardEdits);
  protected readonly texts = BOARD_PANELS.apart;

  protected readonly lines = computed(() =>
    (this.lookups.apart() ?? []).map(({ key, saved, fate, deal }): PanelLine => {
      const value = deal?.value ?? saved.pipeline;
      const words = [
        fateWords({ saved, fate }, this.lookups),
        value === null ? null : this.texts.lastValue(this.formats.moneyShort(value)),
      ];
      return {
        key,
        owner: deal?.owner ?? saved.owner,
        client: deal?.client ?? saved.client ?? this.texts.unnamed,
        detail: words.filter((each) => each !== null).join(' · '),
      };
    }),
  );
}
