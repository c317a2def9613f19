import { HttpClient } from '@angular/common/http';
import { DOCUMENT, Injectable, inject, signal } from '@angular/core';
import { savedBoardOf, storedBoardOf } from '@app/domain/board';
import { firstValueFrom } from 'rxjs';
import { Address } from '../session/address';
import { Session } from '../session/session';
import { asQuestion } from '../session/sign-in-again';
import { type ShownProblem, problemOf } from '../ui/base/problem';
import type { ExportFormat } from '../ui/export/export-question';
import { boardFileUrl, duelFileUrl } from './api';
import type { LiveBoard } from './live-boards';
import { type BoardSide, BoardStore } from './board-store';
import { DUEL } from './duel.texts';
import { PAPER } from './paper.texts';

/** What a file holds: the board that is shown, or one of its columns, or two boards against each other. */
export type FileContent =
  { readonly column: string | null } | { readonly sides: readonly [BoardSide, BoardSide] };

/** Boards as files, unsaved changes among them, of the people that are shown. */
@Injectable()
export class BoardFiles {
  private readonly http = inject(HttpClient);
  private readonly address = inject(Address);
  private readonly document = inject(DOCUMENT);
  private readonly store = inject(BoardStore);
  private readonly user = inject(Session).user;

  /** Why the last file was not made. */
  readonly problem = signal<ShownProblem | null>(null);

  private readonly asked = signal<Parameters<BoardFiles['save']> | null>(null);

  async again(): Promise<void> {
    const asked = this.asked();
    if (asked) await this.save(...asked);
  }

  async save(format: ExportFormat, content: FileContent): Promise<void> {
    const viewId = this.address.viewId();
    const boards = this.boardsIn(content);
    if (viewId === null || boards === null) return;
    const body = { ...boards, ...this.address.filters() };
    const asOf = this.address.asOf();
    const params: Record<string, string> = { format, ...(asOf ? { as_of: asOf } : {}) };
    this.problem.set(null);
    this.asked.set([format, content]);
    try {
      const url = 'sides' in content ? duelFileUrl(viewId) : boardFileUrl(viewId, this.store.kind());
      const answer = await firstValueFrom(
        this.http.post(url, body, {
          params,
          context: asQuestion(),
          responseType: 'blob',
          observe: 'response',
        }),
      );
      const name = /filename="([^"]+)"/.exec(answer.headers.get('Content-Disposition') ?? '')?.[1];
      if (answer.body) this.hand(answer.body, name ?? `board.${format}`);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  /** Null where a board has not been read yet. */
  private boardsIn(content: FileContent): object | null {
    const stored = (board: LiveBoard) => storedBoardOf(savedBoardOf(board));
    if ('sides' in content) {
      const [left, right] = content.sides.map((side) => this.store.boardOf(side));
      if (!left || !right) return null;
      const [left_name, right_name] = content.sides.map((side) => this.nameOf(side));
      return { left: stored(left), right: stored(right), left_name, right_name };
    }
    const shown = this.store.shown();
    if (!shown) return null;
    const name = this.nameOf(this.store.shows() === 'pov' ? 'pov' : 'mine');
    return {
      preferences: stored(shown),
      name,
      ...(content.column === null ? {} : { column: content.column }),
    };
  }

  /** Files of several people lie side by side: none of them is "mine". */
  private nameOf(side: BoardSide): string {
    return side === 'mine' ? PAPER.boardOf(this.user()?.name ?? '') : DUEL.names[side];
  }

  private hand(file: Blob, name: string): void {
    const address = URL.createObjectURL(file);
    const link = this.document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address));
  }
}
