import type { HttpClient } from '@angular/common/http';
import type { AsherPov, BoardPreferences, SavedBoardColumns } from '@app/contracts';
import { type Observable, firstValueFrom, switchMap } from 'rxjs';
import { restoreUrl } from './api';

/** What is stored of a board: one's own, or the one that everybody reads. */
export type StoredBoard = BoardPreferences & Partial<Pick<AsherPov, 'saved_by' | 'note'>>;

/** What of a board is stored anew. */
interface SentBoard {
  readonly preferences: SavedBoardColumns;
  /** Where boards have notes. */
  readonly note?: string | null;
}

/** Where a board is stored. Whoever writes says which revision it is based on: another one since is refused with 412. */
export class BoardRequests {
  constructor(
    private readonly http: HttpClient,
    readonly url: string,
  ) {}

  read(): Promise<StoredBoard> {
    return firstValueFrom(this.stored());
  }

  save(board: SentBoard, revision: number): Promise<StoredBoard> {
    return firstValueFrom(this.http.put<StoredBoard>(this.url, board, basedOn(revision)));
  }

  reset(revision: number): Promise<StoredBoard> {
    const removed = this.http.delete(this.url, basedOn(revision));
    return firstValueFrom(removed.pipe(switchMap(() => this.stored())));
  }

  restore(version: string, revision: number): Promise<StoredBoard> {
    const url = restoreUrl(this.url, version);
    return firstValueFrom(this.http.post<StoredBoard>(url, {}, basedOn(revision)));
  }

  private stored(): Observable<StoredBoard> {
    return this.http.get<StoredBoard>(this.url);
  }
}

/** A server that is silent this long counts as away: what was sent stays unsaved, and is offered again. */
const SILENT_AFTER_MS = 30_000;

const basedOn = (revision: number) => ({
  headers: { 'If-Match': `"${String(revision)}"` },
  timeout: SILENT_AFTER_MS,
});
