import { HttpClient } from '@angular/common/http';
import { DOCUMENT, Injectable, inject, signal } from '@angular/core';
import { savedBoardOf, storedBoardOf } from '@app/domain/board';
import { firstValueFrom } from 'rxjs';
import { Address } from '../session/address';
import { type ShownProblem, problemOf } from '../ui/base/problem';
import type { ExportFormat } from '../ui/export/export-question';
import { boardFileUrl } from './api';
import { BoardStore } from './board-store';

/** The board that is shown as a file, unsaved changes among it, of the people that are shown. */
@Injectable()
export class BoardFiles {
  private readonly http = inject(HttpClient);
  private readonly address = inject(Address);
  private readonly document = inject(DOCUMENT);
  private readonly store = inject(BoardStore);

  /** Why the last file was not made. */
  readonly problem = signal<ShownProblem | null>(null);

  private readonly asked = signal<Parameters<BoardFiles['save']> | null>(null);

  async again(): Promise<void> {
    const asked = this.asked();
    if (asked) await this.save(...asked);
  }

  /** @param column id of the one column that is wanted; null for the whole board */
  async save(format: ExportFormat, column: string | null): Promise<void> {
    const [viewId, shown] = [this.address.viewId(), this.store.shown()];
    if (viewId === null || !shown) return;
    const owners = this.address.owners();
    const body = {
      preferences: storedBoardOf(savedBoardOf(shown)),
      ...(column === null ? {} : { column }),
      ...(owners.length > 0 ? { owner: owners } : {}),
    };
    const asOf = this.address.asOf();
    const params: Record<string, string> = { format, ...(asOf ? { as_of: asOf } : {}) };
    this.problem.set(null);
    this.asked.set([format, column]);
    try {
      const url = boardFileUrl(viewId, this.store.kind());
      const answer = await firstValueFrom(
        this.http.post(url, body, { params, responseType: 'blob', observe: 'response' }),
      );
      const name = /filename="([^"]+)"/.exec(answer.headers.get('Content-Disposition') ?? '')?.[1];
      if (answer.body) this.hand(answer.body, name ?? `board.${format}`);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
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
