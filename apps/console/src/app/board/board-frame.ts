import {
  ChangeDetectorRef,
  Component,
  DOCUMENT,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  untracked,
} from '@angular/core';
import type { BoardKind } from '@app/domain/board';
import { Address } from '../session/address';
import { DealFilters } from '../session/deal-filters';
import { Formats } from '../ui/base/formats';
import { Dialogs } from '../ui/dialog/dialogs';
import { PageKeys } from '../ui/page-keys';
import { PaperSheet } from '../ui/paper/paper-sheet';
import { ProblemNotice } from '../ui/problem-notice';
import { ApartPanel } from './apart-panel';
import { Board } from './board';
import { BoardBar } from './board-bar';
import { BoardEdits } from './board-edits';
import { BoardFiles, type FileContent } from './board-files';
import { boardKeys } from './board-keys';
import { BoardMessage } from './board-message';
import { BoardPanels } from './board-panels';
import { BoardPapers } from './board-papers';
import { BoardPrint } from './board-print';
import { BoardSaves } from './board-saves';
import { BoardLookups } from './board-lookups';
import { BoardStore } from './board-store';
import { ConflictBox } from './conflict-box';
import { DoubtfulPanel } from './doubtful-panel';
import { Duel } from './duel';
import { DuelBoards } from './duel-boards';
import { HiddenPanel } from './hidden-panel';
import { LostFocus } from './lost-focus';
import { NotePanel } from './note-panel';
import { PovBanner } from './pov-banner';
import { PovNews } from './pov-news';
import { ResetPanel } from './reset-panel';
import { BOARD_BAR, BOARD_PANELS } from './texts';
import { SaveRefusal } from './save-refusal';
import { TakePanel } from './take-panel';
import { VersionsPanel } from './versions-panel';
import { whileLoose } from './while-loose';

/**
 * A board with all that stands around it: whose it is, what is unsaved, what needs a look, and the columns.
 *
 * @example
 *   <app-board-frame kind="pipeline" heading="Deal pipeline" [aside]="…" />
 */
@Component({
  selector: 'app-board-frame',
  imports: [
    ApartPanel,
    Board,
    BoardBar,
    ConflictBox,
    DoubtfulPanel,
    Duel,
    HiddenPanel,
    NotePanel,
    PaperSheet,
    PovBanner,
    ProblemNotice,
    ResetPanel,
    TakePanel,
    VersionsPanel,
  ],
  providers: [
    BoardEdits,
    BoardFiles,
    BoardLookups,
    BoardMessage,
    BoardPanels,
    BoardPapers,
    BoardPrint,
    BoardSaves,
    DuelBoards,
    PovNews,
    SaveRefusal,
  ],
  hostDirectives: [LostFocus],
  host: {
    role: 'region',
    '[attr.aria-label]': 'heading()',
    '(document:keydown)': 'press($event)',
    '(window:beforeprint)': 'drawPaper()',
    '(window:afterprint)': 'print.end()',
  },
  templateUrl: './board-frame.html',
  styleUrl: './board-frame.css',
})
export class BoardFrame {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  private readonly formats = inject(Formats);
  private readonly address = inject(Address);
  private readonly dialogs = inject(Dialogs);
  private readonly filters = inject(DealFilters);
  private readonly edits = inject(BoardEdits);
  private readonly refusal = inject(SaveRefusal);
  protected readonly store = inject(BoardStore);
  protected readonly lookups = inject(BoardLookups);
  protected readonly panels = inject(BoardPanels);
  protected readonly files = inject(BoardFiles);
  protected readonly povNews = inject(PovNews);
  protected readonly print = inject(BoardPrint);
  private readonly papers = inject(BoardPapers);
  private readonly duel = inject(DuelBoards);
  private readonly view = inject(ChangeDetectorRef);
  protected readonly texts = BOARD_BAR;
  protected readonly panelTexts = BOARD_PANELS;
  /** Columns of the skeleton. */
  protected readonly bones = [0, 1, 2, 3] as const;

  readonly kind = input.required<BoardKind>();
  readonly heading = input.required<string>();
  /** A short note below the heading. */
  readonly aside = input('');

  private readonly apart = computed(() =>
    this.counted(this.lookups.apart()?.length ?? 0, BOARD_PANELS.apart.summary),
  );
  private readonly doubtful = computed(() =>
    this.counted(this.lookups.doubtful()?.length ?? 0, BOARD_PANELS.doubtful.summary),
  );
  /** What comes and goes above the columns by itself. */
  protected readonly above = whileLoose(
    () => ({
      isRefusalOver: this.refusal.isOver(),
      refusal: this.store.refusal(),
      fileProblem: this.files.problem(),
      conflict: this.store.conflict(),
      hasElsewhere: this.store.hasElsewhere(),
      povNews: this.povNews.words(),
      hasLookupFailed: this.lookups.problem() !== null,
      // Until the first answer nothing is said of saved deals that are not on the board.
      isChecking: this.lookups.apart() === null,
      apart: this.apart(),
      doubtful: this.doubtful(),
    }),
    this.store.isHeld,
  );
  protected readonly hidden = computed(() => this.counted(this.store.hidden().length, BOARD_BAR.hiddenCount));

  /** Said once where most cards would say it. */
  protected readonly mostNew = computed(() => this.counted(this.store.mostNew(), BOARD_BAR.mostNew));

  /** Which deals are shown, where not all are. */
  protected readonly filter = computed(() => {
    const hasGoals = this.store.columns().some(({ goal }) => goal !== null);
    return this.address.isFiltered() ? BOARD_BAR.onlyOf(this.filters.words().join(' · '), hasGoals) : '';
  });

  protected readonly notes = computed(() =>
    [this.filter(), this.hidden(), this.mostNew()].filter((note) => note !== ''),
  );

  constructor() {
    const keys = inject(PageKeys);
    const isMac = /mac/i.test(inject(DOCUMENT).defaultView?.navigator.userAgent ?? '');
    effect((ended) => {
      const isAcross = this.kind() === 'projections';
      ended(keys.list(boardKeys({ isAcross, canChange: this.store.canChange(), isMac })));
    });
    effect(() => {
      const kind = this.kind();
      const view = this.address.viewId();
      if (view !== null) untracked(() => this.store.open(view, kind));
    });
  }

  protected drawPaper(): void {
    const shown: FileContent =
      this.store.shows() === 'duel' ? { sides: this.duel.chosen() } : { column: null };
    const content = this.print.alone() ?? shown;
    const column = 'column' in content ? content.column : null;
    const notes =
      column === null
        ? [this.aside(), this.hidden(), this.mostNew(), this.apart(), this.doubtful()]
        : [this.aside(), this.counted(this.store.hiddenIn(column), BOARD_BAR.hiddenCount)];
    const open = this.panels.open();
    const list = open === 'hidden' || open === 'apart' ? open : null;
    const about = { heading: this.heading(), filter: this.filter(), notes, list };
    this.print.begin(this.papers.of(content, about));
    this.view.detectChanges();
  }

  /** Undo and redo as everywhere, but in fields, dialogs and the drawer, which have their own. */
  protected press(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return;
    const step = event.shiftKey ? SHIFTED[event.key.toLowerCase()] : PLAIN[event.key.toLowerCase()];
    if (!step || this.isElsewhere(event.target)) return;
    event.preventDefault();
    this.edits[step]();
    this.keepFocus(event.target);
  }

  /** A card that goes to another column is drawn anew there, and has the focus still. */
  private keepFocus(focused: EventTarget | null): void {
    const card = focused instanceof HTMLElement ? focused.dataset.card : undefined;
    if (card === undefined) return;
    const find = () => this.element.querySelector<HTMLElement>(`[data-card="${CSS.escape(card)}"]`)?.focus();
    afterNextRender({ write: find }, { injector: this.injector });
  }

  private isElsewhere(target: EventTarget | null): boolean {
    if (this.dialogs.hasOne() || this.store.isHeld() || !this.store.canChange()) return true;
    return target instanceof Element && target.closest(OWN_UNDO) !== null;
  }

  private counted(count: number, words: (count: string) => string): string {
    return count === 0 ? '' : words(this.formats.count(count));
  }
}

const OWN_UNDO = 'input, textarea, select, [role="dialog"]';
const PLAIN: Readonly<Record<string, 'undo' | 'redo'>> = { z: 'undo', y: 'redo' };
const SHIFTED: Readonly<Record<string, 'undo' | 'redo'>> = { z: 'redo' };
