import { Component, computed, input } from '@angular/core';
import type { ScreenAnswer } from '@app/contracts';
import { BoardFrame } from '../board/board-frame';
import { hasSampleTarget } from '../ui/numbers/number-notes';
import { CLOSING_BOARD } from './texts';
import { MissingPart } from '../ui/missing-part';

/** Closing Projections, and whether its goals came with the sample. */
@Component({
  selector: 'app-closing-board',
  imports: [BoardFrame, MissingPart],
  template: `
    @defer (on immediate) {
      <app-board-frame kind="projections" [heading]="texts.heading" [aside]="aside()" />
    } @placeholder {
      <div class="bone board"></div>
    } @error {
      <app-missing-part />
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      min-width: 0;
    }
    .board {
      height: 620px;
      border-radius: var(--r-2);
    }
  `,
})
export class ClosingBoard {
  protected readonly texts = CLOSING_BOARD;

  readonly screen = input.required<ScreenAnswer<'projections'>>();

  protected readonly aside = computed(() => {
    const { board, notes } = this.screen();
    const isSampled = board.some(({ id }) => hasSampleTarget(notes[id]));
    return isSampled ? `${CLOSING_BOARD.all} · ${CLOSING_BOARD.sampled}` : CLOSING_BOARD.all;
  });
}
