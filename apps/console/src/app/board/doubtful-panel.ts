import { Component, computed, inject } from '@angular/core';
import { Address } from '../session/address';
import { Formats } from '../ui/base/formats';
import { PersonName } from '../ui/links/person-name';
import { BoardEdits } from './board-edits';
import { BoardLookups } from './board-lookups';
import { BoardStore } from './board-store';
import { type DoubtfulLine, doubtfulLines } from './doubtful-lines';
import { PanelHead } from './panel-head';
import { StayFocused } from './stay-focused';
import { BOARD_PANELS } from './texts';

/** Deals that were recognised by less than their id, as they were placed and as they are: a person says which are right. */
@Component({
  selector: 'app-doubtful-panel',
  imports: [PanelHead, PersonName, StayFocused],
  templateUrl: './doubtful-panel.html',
  styleUrls: ['./panel.css', './doubtful-panel.css'],
})
export class DoubtfulPanel {
  private readonly formats = inject(Formats);
  protected readonly store = inject(BoardStore);
  private readonly lookups = inject(BoardLookups);
  protected readonly edits = inject(BoardEdits);
  protected readonly address = inject(Address);
  protected readonly texts = BOARD_PANELS.doubtful;

  protected readonly lines = computed(() => {
    const board = this.store.shown();
    return board ? doubtfulLines(board, this.lookups.doubtful() ?? [], this.formats) : [];
  });
  /** How many can be said to be right: of the others it is not known which deal they are. */
  protected readonly matched = computed(() => this.lines().filter(({ now }) => now.length > 0).length);

  protected rowsOf({ was, now }: DoubtfulLine) {
    const [before, after] = [
      { label: this.texts.was, cells: was },
      { label: this.texts.now, cells: now },
    ];
    return now.length > 0 ? [before, after] : [before];
  }
}
