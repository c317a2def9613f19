import { CdkDrag, type CdkDragDrop, CdkDropList } from '@angular/cdk/drag-drop';
import {
  ChangeDetectorRef,
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
import { TEXTS } from '../ui/base/texts';
import { Meter } from '../ui/meter';
import { BoardActions } from './board-actions';
import { BoardCard } from './board-card';
import { placeAt } from './card-steps';
import { FileMenu } from './file-menu';
import type { ShownColumn } from './shown-board';
import { BOARD } from './texts';
import { stageName } from '../ui/base/stage-name';

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
    '[attr.data-column]': 'column().id',
    '(window:beforeprint)': 'drawAll()',
  },
  templateUrl: './board-column.html',
  styleUrl: './board-column.css',
})
export class BoardColumn {
  protected readonly formats = inject(Formats);
  protected readonly actions = inject(BoardActions);
  protected readonly texts = BOARD;
  protected readonly liftAfter = LIFT_AFTER;

  readonly column = input.required<ShownColumn>();

  private readonly view = inject(ChangeDetectorRef);
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

  /** A column that is there only when it is used: until then a place to drop cards on. */
  protected readonly isStrip = computed(
    () => this.column().stages.length === 0 && this.column().cards.length === 0,
  );
  protected readonly counted = computed(() => {
    const { deals } = this.column();
    return TEXTS.deals(this.formats.count(deals), deals === 1);
  });
  /** A column that is not a stage itself names the stages that fill it. */
  protected readonly filledBy = computed(() => {
    const { projected, stages } = this.column();
    if (projected === null) return '';
    return stages.length === 0 ? BOARD.byHand : BOARD.filledBy(stages.map(withinSentence));
  });
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

  /** Paper has no "more": what is printed adds up to the totals above it, however long drawing it takes. */
  protected drawAll(): void {
    this.wanted.set(Number.POSITIVE_INFINITY);
    this.drawn.set(Number.POSITIVE_INFINITY);
    this.view.detectChanges();
  }

  protected showMore(): void {
    this.wanted.set(Math.max(this.wanted(), this.cards().length) + this.atOnce);
  }

  protected drop({ item, container, currentIndex }: CdkDragDrop<string, string, string>): void {
    this.actions.draggedTo(
      item.data,
      placeAt(this.actions.columns(), item.data, container.data, currentIndex),
    );
  }
}

/** `legals` of `B Legals`, as written within a sentence. */
const withinSentence = (stage: string) => {
  const name = stageName(stage);
  return name.startsWith('POA')
    ? name.replace('Booked', 'booked')
    : name.charAt(0).toLowerCase() + name.slice(1);
};
