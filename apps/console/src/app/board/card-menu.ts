import { CdkMenu, CdkMenuGroup, CdkMenuItem } from '@angular/cdk/menu';
import { Component, afterNextRender, computed, inject, input, viewChild } from '@angular/core';
import { PROBABILITIES } from '@app/domain/board';
import { dealLink } from '../ui/links/link';
import { LinkOpener } from '../ui/links/link-opener';
import { NamedPages } from '../ui/links/named-pages';
import { MenuChoice } from '../ui/menu-choice';
import { BoardActions } from './board-actions';
import { positionOf } from './card-steps';
import type { ShownCard } from './shown-board';
import { BOARD } from './texts';

/** What can be done with a card, for those who do not drag: where it goes, how likely it is, hiding it. */
@Component({
  selector: 'app-card-menu',
  imports: [CdkMenu, CdkMenuGroup, CdkMenuItem, MenuChoice],
  template: `
    <div class="menu" cdkMenu [attr.aria-label]="texts.menuOf(client())">
      <p class="menu-title client" aria-hidden="true">{{ client() }}</p>
      @if (actions.isAcross()) {
        <p class="menu-title" aria-hidden="true">{{ texts.menu.moveTo }}</p>
        <div cdkMenuGroup [attr.aria-label]="texts.menu.moveTo">
          @for (column of actions.columns(); track column.id) {
            <button
              type="button"
              appMenuChoice
              [isChosen]="column.id === place().id"
              (choose)="put(column.id, null)"
            >
              {{ column.label }}
            </button>
          }
        </div>
      }
      <button type="button" class="menu-item" cdkMenuItem (cdkMenuItemTriggered)="putFirst()">
        {{ texts.menu.top }}
      </button>
      <button type="button" class="menu-item" cdkMenuItem (cdkMenuItemTriggered)="put(place().id, null)">
        {{ texts.menu.end }}
      </button>
      @if (card().probability !== null) {
        <p class="menu-title" aria-hidden="true">{{ texts.menu.probability }}</p>
        <div class="aside" cdkMenuGroup [attr.aria-label]="texts.menu.probability">
          @for (each of probabilities; track each) {
            <button
              type="button"
              appMenuChoice
              [isChosen]="each === card().probability"
              (choose)="actions.choose(card().key, each)"
            >
              {{ texts.percent(each) }}
            </button>
          }
        </div>
      }
      <hr />
      <button type="button" class="menu-item" cdkMenuItem (cdkMenuItemTriggered)="actions.hide(card().key)">
        {{ texts.menu.hide }}
      </button>
      <button type="button" class="menu-item" cdkMenuItem (cdkMenuItemTriggered)="open()">
        {{ texts.menu.open }}
      </button>
      @if (card().deal.owner; as owner) {
        <button type="button" class="menu-item" cdkMenuItem (cdkMenuItemTriggered)="openPerson(owner)">
          {{ texts.menu.person(owner) }}
        </button>
      }
    </div>
  `,
  styles: `
    /* The menu itself is in the overlay, which limits it to the window: whatever is beyond is scrolled to. */
    :host {
      display: contents;
    }
    .client {
      font: var(--t-strong);
      color: var(--ink);
      overflow-wrap: anywhere;
    }
    @media (max-width: 900px), (pointer: coarse) {
      .menu-item,
      [appMenuChoice] {
        min-height: 44px;
      }
      .menu {
        max-height: min(588px, calc(100dvh - 16px));
      }
      .aside {
        display: flex;
      }
    }
  `,
})
export class CardMenu {
  protected readonly actions = inject(BoardActions);
  private readonly links = inject(LinkOpener);
  private readonly pages = inject(NamedPages);
  protected readonly texts = BOARD;
  protected readonly probabilities = PROBABILITIES;

  readonly card = input.required<ShownCard>();
  private readonly menu = viewChild.required(CdkMenu);

  protected readonly client = computed(() => this.card().deal.client || BOARD.noClient);
  protected readonly place = computed(() => {
    const columns = this.actions.columns();
    const column = columns[positionOf(columns, this.card().key)?.column ?? 0];
    return { id: column?.id ?? '', first: column?.cards[0]?.key ?? null };
  });

  constructor() {
    // The CDK gives the focus to menus that it opened for an event; this one is opened by a call.
    afterNextRender({ write: () => this.menu().focusFirstItem() });
  }

  protected put(column: string, before: string | null): void {
    this.actions.put(this.card().key, { column, before });
  }

  protected putFirst(): void {
    const { id, first } = this.place();
    this.put(id, first);
  }

  protected open(): void {
    this.links.open(dealLink(this.card().deal));
  }

  protected openPerson(name: string): void {
    this.pages.open(this.pages.hrefOfPerson({ role: 'owner', name }));
  }
}
