import { CdkDrag, type CdkDragDrop, CdkDropList } from '@angular/cdk/drag-drop';
import {
  Component,
  InjectionToken,
  Injector,
  computed,
  effect,
  inject,
  input,
  onIdle,
  runInInjectionContext,
  signal,
} from '@angular/core';
import { Formats } from '../ui/base/formats';
import { scrollbarWidth } from '../ui/base/scrollbar';
import { Meter } from '../ui/meter';
import { BoardActions } from './board-actions';
import { BoardCard } from './board-card';
import { placeAt } from './card-steps';
import { dealsOf, filledByOf, isUnused } from './column-words';
import { FileMenu } from './file-menu';
import type { ShownColumn } from './shown-board';
import { BOARD } from './texts';

/** A finger must rest on a card before it lifts it, so that a phone scrolls. */
const LIFT_AFTER = { touch: 280, mouse: 0 } as const;

/** Cards that a column draws before somebody asks for more. */
export const CARDS_AT_ONCE = new InjectionToken('cards at once', { factory: () => 2_000 });

/** What fills the screen, and what is drawn at a time beyond it: a thousand at once would hold the page up. */
const FIRST_CARDS = 30;
const MORE_CARDS = 10;

/** A column of a board: its totals and its cards, which are dragged within it and to other columns. */
@Component({
  selector: 'app-board-column',
  imports: [BoardCard, CdkDrag, CdkDropList, FileMenu, Meter],
  host: {
    '[class.strip]': 'isStrip()',
    '[class.refusing]': 'isRefusing()',
    '[attr.data-column]': 'column().id',
    '[style.--bar.px]': 'scrollbar',
  },
  templateUrl: './board-column.html',
  styleUrl: './board-column.css',
})
export class BoardColumn {
  protected readonly formats = inject(Formats);
  protected readonly actions = inject(BoardActions);
  protected readonly texts = BOARD;
  protected readonly liftAfter = LIFT_AFTER;
  protected readonly scrollbar = scrollbarWidth();

  readonly column = input.required<ShownColumn>();

  private readonly atOnce = inject(CARDS_AT_ONCE);
  /** How many cards somebody wants to see. */
  private readonly wanted = signal(this.atOnce);
  /** How many were drawn so far. */
  private readonly drawn = signal(FIRST_CARDS);
  /** The first ones, and on to the card that has the focus, is being looked for or moved. */
  protected readonly cards = computed(() => {
    const { cards } = this.column();
    const first = Math.min(this.wanted(), this.drawn());
    if (cards.length <= first) return cards;
    const stop = this.actions.stop();
    return cards.slice(0, Math.max(first, cards.findIndex(({ key }) => key === stop) + 1));
  });
  protected readonly more = computed(() => {
    const left = this.column().cards.length - Math.max(this.wanted(), this.cards().length);
    return Math.min(this.atOnce, Math.max(0, left));
  });

  /** Until it is used, a place to drop cards on. */
  protected readonly isStrip = computed(() => isUnused(this.column()));
  /** Said in a column without cards: who only reads is asked for nothing. */
  protected readonly none = computed(() => {
    if (!this.isStrip()) return BOARD.none;
    return this.actions.canChange() ? BOARD.dropDelayed : BOARD.noneDelayed;
  });
  /** Whether the card that is dragged cannot be put here. */
  protected readonly isRefusing = computed(() => {
    const dragged = this.actions.dragged();
    if (dragged === null || this.actions.isAcross()) return false;
    return !this.column().cards.some(({ key }) => key === dragged);
  });
  protected readonly counted = computed(() => dealsOf(this.column().deals, this.formats));
  protected readonly filledBy = computed(() => filledByOf(this.column()));
  protected readonly goal = computed(() => {
    const { goal, progress } = this.column();
    return goal === null ? '' : BOARD.goal(this.formats.moneyShort(goal), this.formats.share(progress));
  });

  constructor() {
    const injector = inject(Injector);
    effect(() => {
      const wanted = Math.min(this.wanted(), this.column().cards.length);
      if (this.drawn() >= wanted || this.actions.isHeld()) return;
      const idle = runInInjectionContext(injector, onIdle);
      void idle.then(() => this.drawn.update((drawn) => drawn + MORE_CARDS));
    });
  }

  /** Only Closing Projections has columns that a deal can be put in. */
  protected readonly takes = (card: CdkDrag, list: CdkDropList): boolean =>
    this.actions.isAcross() || card.dropContainer === list;

  protected showMore(): void {
    this.wanted.set(Math.max(this.wanted(), this.cards().length) + this.atOnce);
  }

  protected drop({ item, container, currentIndex, dropPoint }: CdkDragDrop<string, string, string>): void {
    const place = placeAt(this.actions.columns(), item.data, container.data, currentIndex);
    this.actions.draggedTo(item.data, place, dropPoint);
  }
}
