import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Address } from '../session/address';
import { BoardDeals } from './board-deals';
import { BoardEdits } from './board-edits';
import { BoardMessage, type Message } from './board-message';
import { BOARD_BAR } from './texts';

/**
 * What a board says: beside its buttons, where room is kept for it. On a phone, and wherever a finger works the board,
 * at the lower edge of the window: the buttons are out of sight there.
 */
@Component({
  selector: 'app-board-said',
  imports: [RouterLink],
  template: `
    @if (deals.hasWaiting()) {
      <p class="said waits">
        <span class="words">{{ texts.waiting }}</span>
      </p>
    } @else {
      <!-- Another message is another element, which is there anew as long as the first one was. -->
      @for (message of messages(); track message.at) {
        <p class="said" [class.stays]="message.step === 'data'" [class.dragged]="said.isDragged()">
          <span class="words" [title]="message.words">{{ message.words }}</span>
          @switch (message.step) {
            @case ('undo') {
              <button type="button" class="link undo" (click)="edits.undo()">{{ texts.undo }}</button>
            }
            @case ('data') {
              <a class="link" [routerLink]="['/v', address.viewId(), 'data']" queryParamsHandling="merge">{{
                texts.data
              }}</a>
            }
          }
          <button type="button" class="link dismiss" (click)="said.dismiss()">{{ texts.dismiss }}</button>
        </p>
      }
    }
  `,
  styleUrl: './board-said.css',
})
export class BoardSaid {
  protected readonly address = inject(Address);
  protected readonly deals = inject(BoardDeals);
  protected readonly edits = inject(BoardEdits);
  protected readonly texts = BOARD_BAR;
  protected readonly said = inject(BoardMessage);

  protected readonly messages = computed((): readonly Message[] => {
    const message = this.said.shown();
    return message === null ? [] : [message];
  });
}
