import { CdkContextMenuTrigger } from '@angular/cdk/menu';
import { CdkDropListGroup } from '@angular/cdk/drag-drop';
import { CdkScrollable } from '@angular/cdk/scrolling';
import { Component, effect, inject, untracked, viewChild } from '@angular/core';
import { placedDeals } from '@app/domain/board';
import { Address } from '../session/address';
import { BoardActions } from './board-actions';
import { BoardColumn } from './board-column';
import { BoardMessage } from './board-message';
import { BoardPanels } from './board-panels';
import { BoardStore } from './board-store';
import { CardMenu } from './card-menu';
import { clientOf } from './card-words';
import { BOARD } from './texts';

/**
 * The columns of the board that is shown, with their cards. A deal opens its details; cards are moved by pointer, by
 * finger after a moment's rest, by keyboard or by menu. `--board-height` limits the lists, which scroll inside.
 */
@Component({
  selector: 'app-board',
  imports: [BoardColumn, CardMenu, CdkContextMenuTrigger, CdkDropListGroup, CdkScrollable],
  providers: [BoardActions],
  host: {
    '(keydown)': 'press($event)',
    '(focusout)': 'leave($event)',
    // A press on selected text begins the browser's own drag, which ends the pointer's events and leaves the card in the air.
    '(dragstart)': '$event.preventDefault()',
  },
  template: `
    <p class="unseen" [id]="actions.hintId">{{ actions.canChange() ? texts.hint : texts.hintToRead }}</p>
    <div class="columns sideways" [class.held]="actions.isHeld()" cdkDropListGroup cdkScrollable>
      @for (column of actions.columns(); track column.id) {
        <app-board-column [column]="column" />
      }
    </div>
    @if (actions.dragged() !== null) {
      <p class="cancel" [class.over]="actions.isOverCancel()">{{ texts.cancelZone }}</p>
    }
    <!-- The menu of any card, opened where its button is. -->
    <span hidden [cdkContextMenuTriggerFor]="menu" (cdkContextMenuClosed)="actions.menuClosed()"></span>
    <ng-template #menu>
      @if (actions.menuCard(); as card) {
        <app-card-menu [card]="card" />
      }
    </ng-template>
  `,
  styleUrl: './board.css',
})
export class Board {
  private readonly address = inject(Address);
  private readonly store = inject(BoardStore);
  private readonly message = inject(BoardMessage);
  private readonly panels = inject(BoardPanels);
  protected readonly actions = inject(BoardActions);
  protected readonly texts = BOARD;
  private readonly trigger = viewChild.required(CdkContextMenuTrigger);

  constructor() {
    this.actions.menus = (at) => this.trigger().open(at);
    effect(() => {
      const wanted = this.address.parameter('card');
      if (wanted === null) return;
      if (!this.actions.show(wanted)) untracked(() => this.sayWhere(wanted));
      this.address.replace({ card: null });
    });
  }

  /** A deal that was looked for and has no card here: hidden, of another AE, or not on this board. */
  private sayWhere(key: string): void {
    const shown = this.store.shown();
    const card = shown && placedDeals(shown).find((each) => each.key === key);
    if (!card) {
      this.message.tell(BOARD.said.notHere);
      return;
    }
    const isOfFilter = this.store.isOfFilter()(card.deal);
    if (isOfFilter && card.hidden) this.panels.show('hidden');
    const said = isOfFilter ? BOARD.said.isHidden : BOARD.said.filteredOut;
    this.message.tell(said(clientOf(card.deal)));
  }

  protected press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const card = event.target instanceof HTMLElement ? event.target.dataset.card : undefined;
    if (card !== undefined && this.actions.press(event.key, card)) event.preventDefault();
  }

  /** Moving a card takes the focus away for a moment, to nothing; what takes it for itself ends the move. */
  protected leave({ relatedTarget }: FocusEvent): void {
    if (relatedTarget instanceof HTMLElement && relatedTarget.dataset.card === undefined)
      this.actions.settle();
  }
}
