import { LiveAnnouncer } from '@angular/cdk/a11y';
import {
  DOCUMENT,
  ElementRef,
  Injectable,
  Injector,
  afterNextRender,
  computed,
  inject,
  signal,
} from '@angular/core';
import type { Probability } from '@app/domain/board';
import type { Observable, Unsubscribable } from 'rxjs';
import { Formats } from '../ui/base/formats';
import { BoardEdits } from './board-edits';
import { BoardMessage } from './board-message';
import { BoardStore } from './board-store';
import { type Direction, type Place, directionOf, neighbourOf, positionOf, stepOf } from './card-steps';
import type { ShownCard, ShownColumn } from './shown-board';
import { BOARD } from './texts';

/** A point of the window. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/** What the menu of a card takes at most on a phone (card-menu.ts), and what is left beside it, pixels. */
const MENU_ROOM = 604;
const MENU_EDGE = 8;
/** So near its board a card that is let go of is meant to land there, pixels. */
const AWAY = 48;

let made = 0;

/**
 * What people do with the cards of a board, by pointer, keyboard or menu: each of it changes the board's draft and is
 * told to those who do not see it.
 */
@Injectable()
export class BoardActions {
  private readonly store = inject(BoardStore);
  private readonly edits = inject(BoardEdits);
  private readonly message = inject(BoardMessage);
  private readonly formats = inject(Formats);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly injector = inject(Injector);
  private readonly walkedTo = signal<string | null>(null);
  private readonly liftedKey = signal<string | null>(null);
  private readonly foundKey = signal<string | null>(null);
  private readonly menuKey = signal<string | null>(null);
  private readonly draggedKey = signal<string | null>(null);
  private readonly root = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  /** Opens the menu of a card at a point of the window; the board sets it. */
  menus: (at: { x: number; y: number }) => void = () => undefined;

  private readonly window = inject(DOCUMENT).defaultView;
  private isDragCancelled = false;
  private moves: Unsubscribable | null = null;
  private cancelBox: DOMRect | null = null;

  /** Names the element that tells how a card is moved. */
  readonly hintId = `board-hint-${++made}`;
  readonly columns = computed((): readonly ShownColumn[] => this.store.columns());
  readonly canChange = computed(() => this.store.canChange());
  readonly isAcross = computed(() => this.store.kind() === 'projections');
  readonly isHeld = computed(() => this.store.isHeld());
  /** The card that is moved with the keyboard. */
  readonly lifted = this.liftedKey.asReadonly();
  /** The card that the pointer drags. */
  readonly dragged = this.draggedKey.asReadonly();
  /** Whether a drag would be given up if the card were let go of now. */
  readonly isOverCancel = signal(false);
  /** The card that was looked for. */
  readonly found = this.foundKey.asReadonly();
  /** The card whose menu is open. */
  readonly menuCard = computed(() => this.cardOf(this.menuKey()));
  /** The card that Tab reaches: the one that had the focus last, else the first. */
  readonly stop = computed(() => {
    const walkedTo = this.walkedTo();
    if (walkedTo !== null && this.cardOf(walkedTo)) return walkedTo;
    return this.columns().find(({ cards }) => cards.length > 0)?.cards[0]?.key ?? null;
  });

  walkTo(key: string): void {
    this.walkedTo.set(key);
  }

  /** Answers a key on a card; true when it was for the board. */
  press(key: string, card: string): boolean {
    const direction = directionOf(key);
    if (this.liftedKey() !== null) return this.pressLifted(key, direction);
    if (direction) return this.focus(neighbourOf(this.columns(), card, direction));
    if (key === ' ') return this.lift(card);
    if (key === 'm' || key === 'ContextMenu') return this.openMenu(card);
    return false;
  }

  dropped(key: string, place: Place): void {
    if (!this.canChange() || !this.isElsewhere(key, place)) return;
    this.edits.move(key, place);
    this.say(BOARD.said.dropped(this.nameOf(key), this.placeOf(key)));
  }

  /** A card put somewhere from its menu. */
  put(key: string, place: Place): void {
    this.dropped(key, place);
    this.focus(key);
  }

  choose(key: string, probability: Probability): void {
    this.edits.choose(key, probability);
    this.say(BOARD.said.probability(this.nameOf(key), BOARD.percent(probability)));
  }

  hide(key: string): void {
    const name = this.nameOf(key);
    const next = neighbourOf(this.columns(), key, 'down') ?? neighbourOf(this.columns(), key, 'up');
    this.edits.hide(key, name);
    this.focus(next);
  }

  /** @param moves where the pointer goes; followed outside of templates, which would be checked at each of them */
  dragStarted(key: string, moves: Observable<{ pointerPosition: Point }>): void {
    this.edits.hold();
    this.message.isDragged.set(true);
    this.draggedKey.set(key);
    this.isDragCancelled = false;
    this.cancelBox = null;
    this.moves = moves.subscribe(({ pointerPosition }) =>
      this.isOverCancel.set(this.isCancelled(pointerPosition)),
    );
    this.window?.addEventListener('keydown', this.cancelDrag, { capture: true });
  }

  dragEnded(): void {
    this.window?.removeEventListener('keydown', this.cancelDrag, { capture: true });
    this.moves?.unsubscribe();
    this.draggedKey.set(null);
    this.message.isDragged.set(false);
    this.isOverCancel.set(false);
    this.edits.release();
  }

  /**
   * A card that the pointer let go of; one whose drag was cancelled stays where it was, as does one that may not move.
   * A phone shows the column that has it then: it scrolled on while the card was held, and would stop at another one.
   */
  draggedTo(key: string, place: Place, at: Point): void {
    if (this.isDragCancelled || this.isCancelled(at) || this.isAway(at))
      this.say(BOARD.said.back(this.nameOf(key), this.placeOf(key)));
    else if (this.isOverOther(at, place.column)) this.edits.refuse(this.whyItStays(key));
    else this.dropped(key, place);
    this.whenDrawn(key, bringIntoView);
  }

  /** A lifted card is put down where it is when the focus leaves it. */
  settle(): void {
    if (this.liftedKey() !== null) this.putDown();
  }

  /** What is in it changes the board: who only reads has none. */
  openMenu(key: string, event?: Event): boolean {
    if (!this.canChange()) return false;
    const from = event?.currentTarget instanceof Element ? event.currentTarget : this.elementOf(key);
    const { right = 0, bottom = 0 } = from?.getBoundingClientRect() ?? {};
    this.menuKey.set(key);
    this.menus({ x: right, y: this.withRoom(bottom) });
    return true;
  }

  /** Where a menu that hangs from a height of the window fits above or below; without such a place it begins higher. */
  private withRoom(y: number): number {
    const { innerHeight = 0 } = this.window ?? {};
    const hasRoom = Math.max(y, innerHeight - y) >= MENU_ROOM;
    return hasRoom ? y : Math.max(MENU_EDGE, innerHeight - MENU_ROOM);
  }

  /** The focus returns to the card whose menu was open, unless it went elsewhere; at once, for what is opened then. */
  menuClosed(): void {
    const key = this.menuKey();
    const { activeElement, body } = this.root.ownerDocument;
    if (key === null || (activeElement !== body && !activeElement?.closest('[role="menu"]'))) return;
    this.elementOf(key)?.focus({ preventScroll: true });
  }

  /** Shows a card: scrolls to it and marks it; false when no column has it. */
  show(key: string): boolean {
    const isHere = this.cardOf(key) !== null;
    this.foundKey.set(isHere ? key : null);
    if (!isHere) return false;
    this.focus(key);
    return true;
  }

  /** Escape during a drag: the drag ends as if the pointer let go, for the CDK knows no other end, and moves nothing. */
  private readonly cancelDrag = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.isDragCancelled = true;
    this.root.ownerDocument.dispatchEvent(new MouseEvent('mouseup', { bubbles: true }));
  };

  private pressLifted(key: string, direction: Direction | undefined): boolean {
    const card = this.liftedKey() ?? '';
    if (direction) this.step(card, direction);
    else if (key === ' ' || key === 'Enter') this.putDown();
    else if (key === 'Escape') this.putBack();
    return key !== 'Tab';
  }

  private lift(key: string): boolean {
    if (!this.canChange()) return false;
    this.edits.hold();
    this.liftedKey.set(key);
    const keys = this.isAcross() ? BOARD.said.keys : BOARD.said.keysWithin;
    this.say(BOARD.said.lifted(this.nameOf(key), this.placeOf(key), keys));
    return true;
  }

  private step(key: string, direction: Direction): void {
    const isAside = direction === 'left' || direction === 'right';
    if (isAside && !this.isAcross()) {
      this.edits.refuse(this.whyItStays(key));
      return;
    }
    const place = stepOf(this.columns(), key, direction);
    if (!place) {
      this.say(BOARD.said.end);
      return;
    }
    this.edits.preview(key, place);
    this.say(this.placeOf(key));
    this.focus(key);
  }

  private putDown(): void {
    const key = this.liftedKey() ?? '';
    this.liftedKey.set(null);
    this.edits.keepPreview();
    this.say(BOARD.said.dropped(this.nameOf(key), this.placeOf(key)));
  }

  private putBack(): void {
    const key = this.liftedKey() ?? '';
    this.liftedKey.set(null);
    this.edits.dropPreview();
    this.say(BOARD.said.back(this.nameOf(key), this.placeOf(key)));
    this.focus(key);
  }

  /** Once the card is drawn where it is now. */
  private focus(key: string | null): boolean {
    if (key === null) return true;
    this.whenDrawn(key, (element) => {
      element.focus({ preventScroll: true });
      bringIntoView(element);
    });
    return true;
  }

  /** It is the card that Tab reaches then, which is always drawn. */
  private whenDrawn(key: string, act: (element: HTMLElement) => void): void {
    this.walkedTo.set(key);
    const write = () => {
      const element = this.elementOf(key);
      if (element) act(element);
    };
    afterNextRender({ write }, { injector: this.injector });
  }

  /** Whether a point is where a finger gives up its drag: it is measured once, for the place does not move. */
  private isCancelled({ x, y }: Point): boolean {
    this.cancelBox ??= this.root.querySelector('.cancel')?.getBoundingClientRect() ?? null;
    const { left = 0, right = 0, top = 0, bottom = 0 } = this.cancelBox ?? {};
    return bottom > top && x >= left && x <= right && y >= top && y <= bottom;
  }

  /** Whether a card was taken away from the board: the column that it crossed last does not get it. */
  private isAway({ x, y }: Point): boolean {
    const box = this.root.querySelector('.columns')?.getBoundingClientRect();
    const { left = 0, right = 0, top = 0, bottom = 0 } = box ?? {};
    if (bottom <= top) return false;
    return x < left - AWAY || x > right + AWAY || y < top - AWAY || y > bottom + AWAY;
  }

  /** Whether a card was let go of over a column that cannot take it. */
  private isOverOther({ x, y }: Point, column: string): boolean {
    if (this.isAcross()) return false;
    const under = this.root.ownerDocument
      .elementsFromPoint(x, y)
      .map((element) => element.closest<HTMLElement>('[data-column]'))
      .find((element) => element !== null);
    return under != null && under.dataset.column !== column;
  }

  private whyItStays(key: string): string {
    const at = positionOf(this.columns(), key);
    return BOARD.said.stays(this.nameOf(key), (at && this.columns()[at.column]?.label) ?? '');
  }

  private isElsewhere(key: string, { column, before }: Place): boolean {
    const at = positionOf(this.columns(), key);
    const now = at ? this.columns()[at.column] : undefined;
    return now?.id !== column || (now.cards[(at?.row ?? 0) + 1]?.key ?? null) !== before;
  }

  private elementOf(key: string): HTMLElement | null {
    return this.root.querySelector<HTMLElement>(`[data-card="${CSS.escape(key)}"]`) ?? null;
  }

  private cardOf(key: string | null): ShownCard | null {
    if (key === null) return null;
    for (const { cards } of this.columns()) {
      const card = cards.find((each) => each.key === key);
      if (card) return card;
    }
    return null;
  }

  private nameOf(key: string): string {
    const { client } = this.cardOf(key)?.deal ?? { client: '' };
    return client === '' ? BOARD.noClient : client;
  }

  private placeOf(key: string): string {
    const at = positionOf(this.columns(), key);
    const { label = '', cards = [] } = (at && this.columns()[at.column]) ?? {};
    return BOARD.said.place(label, this.formats.count((at?.row ?? 0) + 1), this.formats.count(cards.length));
  }

  private say(words: string): void {
    void this.announcer.announce(words, 'assertive');
  }
}

const bringIntoView = (card: HTMLElement): void =>
  card.closest('li')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
