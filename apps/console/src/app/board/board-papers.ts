import { Injectable, inject } from '@angular/core';
import { Address } from '../session/address';
import { Session } from '../session/session';
import { Formats } from '../ui/base/formats';
import { PageContext } from '../ui/page-context';
import type { Copyable } from '../ui/copy/copyable';
import type { Paper, PaperTable } from '../ui/paper/paper';
import { copyOfBoard } from './board-copy';
import type { FileContent } from './board-files';
import { boardPaper, columnPaper } from './board-paper';
import { BoardLookups } from './board-lookups';
import { type BoardSide, BoardStore } from './board-store';
import { DuelBoards } from './duel-boards';
import { duelPaper } from './duel-paper';
import { fateWords } from './fate-words';
import { apartTable, hiddenTable } from './left-out-paper';
import { DUEL } from './duel.texts';
import { PAPER } from './paper.texts';
import { BOARD_BAR } from './texts';

/** What a board is called, and what is said beside it. */
export interface BoardNotes {
  readonly heading: string;
  /** Whose deals are shown, where not everybody's are. */
  readonly filter: string;
  /** What else is said of the board as a whole. */
  readonly notes: readonly string[];
  /** Which list of deals that are not on the board is open beside it. */
  readonly list: 'hidden' | 'apart' | null;
}

/** Boards, columns and duels on paper, as they are shown, unsaved changes among it. */
@Injectable()
export class BoardPapers {
  private readonly store = inject(BoardStore);
  private readonly lookups = inject(BoardLookups);
  private readonly duel = inject(DuelBoards);
  private readonly page = inject(PageContext);
  private readonly address = inject(Address);
  private readonly user = inject(Session).user;
  private readonly formats = inject(Formats);

  /** Null where a board has not been read yet. */
  of(content: FileContent, notes: BoardNotes): Paper | null {
    if ('sides' in content) return this.ofDuel(notes);
    if (this.store.isLoading()) return null;
    const { columns, totals } = this.store;
    const board = {
      heading: notes.heading,
      lines: this.lines(this.whose(), [notes.filter, ...notes.notes]),
      columns: columns(),
      totals: totals(),
      hasViews: this.hasViews(),
    };
    const column = columns().find(({ id }) => id === content.column);
    if (column) return columnPaper(column, board, this.formats);
    const paper = boardPaper(board, this.formats);
    return { ...paper, tables: [...paper.tables, ...this.leftOut(notes.list)] };
  }

  /** The board that is shown for a mail: whose it is, what is unsaved and what is said beside it. */
  copyOf(title: string, notes: readonly string[]): Copyable {
    const [columns, totals] = [this.store.columns(), this.store.totals()];
    const subtitle = this.lines(this.whose(), notes).join(' · ');
    return copyOfBoard({ columns, totals }, { title, subtitle }, this.formats);
  }

  private whose(): string {
    const { kind, shows } = this.store;
    return this.nameOf(kind() === 'projections' && shows() === 'pov' ? 'pov' : 'mine');
  }

  private leftOut(list: BoardNotes['list']): PaperTable[] {
    if (list === 'hidden') return [hiddenTable(this.store.hidden(), this.formats)];
    const apart = this.lookups.apart();
    if (list !== 'apart' || !apart) return [];
    return [apartTable(apart, (entry) => fateWords(entry, this.lookups), this.formats)];
  }

  private ofDuel({ filter }: BoardNotes): Paper | null {
    const duel = this.duel.duel();
    if (!duel) return null;
    const [left, right] = this.duel.chosen();
    const names = [this.nameOf(left), this.nameOf(right)] as const;
    const projected = this.duel.projected();
    return duelPaper(
      { names, projected, duel, lines: this.lines('', [filter]), hasViews: this.hasViews() },
      this.formats,
    );
  }

  /** Sheets of several people lie side by side: none of them is "mine". */
  private nameOf(side: BoardSide): string {
    if (side === 'mine') return PAPER.boardOf(this.user()?.name ?? '');
    const at = side === 'pov' ? this.store.povAt() : null;
    return at === null ? DUEL.names[side] : PAPER.savedOn(DUEL.names[side], this.formats.dayAt(at));
  }

  private lines(whose: string, notes: readonly string[]): string[] {
    const unsaved = this.store.unsaved();
    const state = unsaved === 0 ? '' : BOARD_BAR.unsaved(this.formats.count(unsaved));
    const first = [whose, state].filter((words) => words !== '').join(' · ');
    return [first, this.page.undated(), ...notes].filter((line) => line !== '');
  }

  private hasViews(): boolean {
    return this.address.view()?.is_master ?? false;
  }
}
