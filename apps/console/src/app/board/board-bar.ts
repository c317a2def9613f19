import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, computed, inject, input } from '@angular/core';
import { Icon } from '../ui/icon/icon';
import { Formats } from '../ui/base/formats';
import { CopyMenu } from '../ui/copy/copy-menu';
import { CardHead } from '../ui/card-head';
import { BoardEdits } from './board-edits';
import { BoardPanels, type Panel } from './board-panels';
import { BoardPapers } from './board-papers';
import { BoardSaid } from './board-said';
import { BoardStore } from './board-store';
import { FileMenu } from './file-menu';
import { BOARD_BAR } from './texts';

/** Above a board: whose it is, its totals, what is unsaved, and what can be done with all of it. */
@Component({
  selector: 'app-board-bar',
  imports: [BoardSaid, CardHead, CdkMenu, CdkMenuItem, CdkMenuTrigger, CopyMenu, FileMenu, Icon],
  templateUrl: './board-bar.html',
  styleUrl: './board-bar.css',
})
export class BoardBar {
  private readonly formats = inject(Formats);
  private readonly papers = inject(BoardPapers);
  protected readonly store = inject(BoardStore);
  protected readonly edits = inject(BoardEdits);
  protected readonly panels = inject(BoardPanels);
  protected readonly texts = BOARD_BAR;

  readonly heading = input.required<string>();
  /** A short note beside the totals. */
  readonly aside = input('');
  /** What is to be known of the board as it is. */
  readonly notes = input<readonly string[]>([]);

  protected readonly unsaved = computed(() => {
    const count = this.store.unsaved();
    if (count === 0) return '';
    const words = this.store.shows() === 'duel' ? BOARD_BAR.unsavedMine : BOARD_BAR.unsaved;
    return this.withHidden(words(this.formats.count(count)));
  });
  /** Since when the board is as it is, as long as nothing of it is unsaved; two boards say it each of itself. */
  protected readonly asSaved = computed(() => {
    const saved = this.store.shows() === 'duel' ? null : this.store.current()?.saved();
    if (!saved || this.store.unsaved() > 0) return '';
    const { updated_at: at } = saved;
    if (at !== null) return BOARD_BAR.savedAt(this.formats.dayAt(at), this.formats.timeOf(at));
    return this.store.shows() === 'mine' ? BOARD_BAR.asComputed : ''; // of the other the banner says it
  });
  /** What both buttons are about, where that is not all in sight. */
  protected readonly hint = computed(() => {
    const isAllSeen = this.store.unsavedOutOfFilter() === 0;
    return isAllSeen ? '' : this.withHidden(BOARD_BAR.changes(this.formats.count(this.store.unsaved())));
  });
  protected readonly pov = computed(() => {
    const at = this.store.povAt();
    return at === null ? BOARD_BAR.pov : BOARD_BAR.povOf(this.formats.dayAt(at).replace(/ \d+$/, ''));
  });
  /** What the whole board comes to; two boards against each other say it of each. */
  protected readonly totals = computed(() => {
    // While it is read nothing is known of it, which is not the same as nothing on it.
    if (this.store.shows() === 'duel' || this.store.isLoading()) return this.aside();
    const { deals, value, projected } = this.store.totals();
    const counted = BOARD_BAR.totals(this.formats.count(deals), this.formats.moneyShort(value));
    const toCome = projected === null ? '' : BOARD_BAR.projected(this.formats.moneyShort(projected));
    return [counted, toCome, this.aside()].filter((words) => words !== '').join(' · ');
  });
  protected readonly hidden = computed(() => {
    const count = this.store.hidden().length;
    return count === 0 ? '' : BOARD_BAR.hidden(this.formats.count(count));
  });

  protected readonly copied = () => this.papers.copyOf(this.heading(), this.notes());

  private withHidden(words: string): string {
    const count = this.store.unsavedOutOfFilter();
    return count === 0 ? words : BOARD_BAR.outOfFilter(words, this.formats.count(count));
  }

  protected toggle(panel: Panel): void {
    this.panels.toggle(panel);
  }
}
