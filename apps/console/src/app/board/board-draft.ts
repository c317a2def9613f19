import { type HttpClient, HttpErrorResponse } from '@angular/common/http';
import { type Signal, computed, signal } from '@angular/core';
import type { BoardRecord, SavedBoardColumns } from '@app/contracts';
import {
  type BoardKind,
  type SavedBoard,
  type SavedDeal,
  savedBoardOf,
  soughtDeals,
  storedBoardOf,
} from '@app/domain/board';
import { type ShownProblem, problemOf } from '../ui/base/problem';
import { changedDeals, changesBetween } from './board-changes';
import { BoardRequests, type StoredBoard } from './board-requests';
import { type DraftPlace, rememberDraft, rememberedDraft } from '../session/board-draft-memory';
import { DraftHistory, type WholeStep } from './draft-history';
import { DraftsElsewhere } from './drafts-elsewhere';
import { type LiveBoard, LiveBoards } from './live-boards';
import { type SaveConflict, conflictOf, isSameSave } from './save-conflict';

/** Where a board is stored and kept, and what it is made of. */
export interface DraftSource {
  readonly http: HttpClient;
  readonly kind: BoardKind;
  readonly url: string;
  readonly place: DraftPlace;
  readonly deals: Signal<readonly BoardRecord[]>;
}

/**
 * A saved board while somebody works on it: what is stored, and what was changed since. No change is lost by a reload,
 * by newer data or by a save from somewhere else.
 */
export class BoardDraft {
  private readonly stored = signal<StoredBoard | null>(null);
  /** What somebody saved since, while it is not settled what becomes of it and of the draft. */
  private readonly met = signal<StoredBoard | null>(null);
  /** What was said of the save that met another one: it is said of what becomes of both. */
  private note: string | null | undefined;
  private looking: Promise<boolean> | null = null;
  private readonly boards: LiveBoards;
  private readonly requests: BoardRequests;
  private readonly others: DraftsElsewhere;

  /** What the draft is based on. */
  readonly saved = this.stored.asReadonly();
  /** Why the board could not be loaded. */
  readonly problem = signal<ShownProblem | null>(null);
  /** Why it could not be saved. */
  readonly refusal = signal<ShownProblem | null>(null);
  /** What somebody saved since it was read: it is told, and shown when asked for. */
  readonly newer = signal<StoredBoard | null>(null);
  readonly isSaving = signal(false);
  /** True when changes from an earlier visit were found. */
  readonly isRestored = signal(false);

  /** The board as it is saved, over the data of now. */
  readonly base = computed((): LiveBoard => this.boards.applied(this.readStored()));
  readonly history = new DraftHistory(this.base, () => this.remember());
  /** The board with what is unsaved. */
  readonly draft = this.history.present;
  /** The deals that are otherwise than they are saved. */
  readonly changed = computed(() => changedDeals(this.base(), this.draft()));
  readonly unsaved = computed(() => this.changed().length);
  readonly conflict = computed((): SaveConflict | null => {
    const theirs = this.met();
    if (!theirs) return null;
    // All three over the deals of now: then a deal has one name in all of them.
    const other = this.boardOf(theirs.preferences);
    return conflictOf(theirs, { before: this.base(), mine: this.draft(), other });
  });
  /** What another tab of the same person has unsaved, where that is not what is unsaved here. */
  readonly elsewhere = computed((): LiveBoard | null => {
    const stored = this.stored();
    if (!stored) return null;
    const boards = this.others.continued(stored.revision, this.base);
    return boards.find((board) => changesBetween(this.draft(), board) > 0) ?? null;
  });
  readonly url: string;

  constructor(private readonly source: DraftSource) {
    this.url = source.url;
    this.boards = new LiveBoards(source.kind, source.deals);
    this.requests = new BoardRequests(source.http, source.url);
    this.others = new DraftsElsewhere(source.place, this.boards);
  }

  /** Loads what is stored, and what was not saved at an earlier visit. */
  async load(): Promise<void> {
    this.problem.set(null);
    try {
      const stored = await this.requests.read();
      const kept = rememberedDraft(this.source.place);
      this.stored.set(kept && kept.base.revision !== stored.revision ? kept.base : stored);
      if (kept) this.restoreDraft(kept.preferences, stored);
      this.others.look();
    } catch (error) {
      if (!this.stored()) this.problem.set(problemOf(error));
    }
  }

  /** Asks whether somebody saved the board since it was read; true where that is news. */
  async look(): Promise<boolean> {
    if (!this.stored()) return false;
    this.looking ??= this.askForNewer().finally(() => (this.looking = null));
    return this.looking;
  }

  /** What somebody saved since takes the place of what is shown; what is unsaved is met with it. */
  takeNewer(): void {
    const newer = this.newer();
    if (!newer) return;
    this.newer.set(null);
    if (this.unsaved() > 0) {
      this.meet(newer);
      return;
    }
    this.stored.set(newer);
    this.history.clear();
  }

  /** Follows what other tabs keep; ends with the returned function. */
  watch(): () => void {
    return this.others.watch(() => {
      if (this.history.isBegun()) this.remember();
    });
  }

  /** The draft of another tab becomes this one's; undo brings mine back. */
  takeElsewhere(): void {
    const other = this.elsewhere();
    if (other) this.history.change(() => other);
  }

  forgetElsewhere(): void {
    this.others.forget();
  }

  /** Brings every state of the draft over the deals that the data has now. */
  reapply(): void {
    this.history.remake((board) => this.boards.applied(this.boards.savedOf(board)));
  }

  /** Back to what is saved; undo brings the changes back. */
  discard(): void {
    this.refusal.set(null);
    this.met.set(null);
    if (this.unsaved() > 0) this.history.change(() => this.base(), 'discarded');
  }

  /** @param note what is said of it, where boards have notes */
  async save(note?: string | null): Promise<boolean> {
    const draft = this.draft();
    this.note = note;
    const preferences = storedBoardOf(savedBoardOf(draft));
    const board = note === undefined ? { preferences } : { preferences, note };
    const isDone = await this.write((revision) => this.requests.save(board, revision));
    if (isDone) this.boards.noteSaved(draft, this.readStored());
    return isDone;
  }

  /** Stores that there is nothing special; undo brings the order back as a draft. */
  async reset(): Promise<boolean> {
    const before = this.draft();
    const isDone = await this.write((revision) => this.requests.reset(revision));
    if (isDone) this.beginAnew(before, 'reset');
    return isDone;
  }

  async restore(version: string): Promise<boolean> {
    const before = this.draft();
    const isDone = await this.write((revision) => this.requests.restore(version, revision));
    if (isDone) this.beginAnew(before, 'restored');
    return isDone;
  }

  /** Theirs hold; undo brings mine back as a draft. */
  takeTheirs(): void {
    const { theirs } = this.conflict() ?? {};
    if (!theirs) return;
    this.settle(theirs);
    this.history.change(() => this.base());
  }

  /** Mine hold: theirs stay among the versions. */
  async keepMine(): Promise<boolean> {
    const { theirs } = this.conflict() ?? {};
    if (!theirs) return false;
    const mine = this.draft();
    this.settle(theirs);
    this.history.change(() => mine);
    return this.save(this.note);
  }

  async merge(): Promise<boolean> {
    const { theirs, merged } = this.conflict() ?? {};
    if (!theirs || !merged) return false;
    this.settle(theirs);
    this.history.change(() => this.boards.applied(merged.board));
    return this.save(this.note);
  }

  private beginAnew(before: LiveBoard, by: WholeStep): void {
    this.history.restart(before, this.base(), by);
    this.remember();
  }

  private settle(theirs: StoredBoard): void {
    this.history.pin();
    this.met.set(null);
    this.newer.set(null);
    this.stored.set(theirs);
  }

  private async write(request: (revision: number) => Promise<StoredBoard>): Promise<boolean> {
    const based = this.stored();
    if (!based) return false;
    this.isSaving.set(true);
    this.refusal.set(null);
    try {
      const stored = await request(based.revision);
      this.history.pin();
      this.stored.set(stored);
      this.newer.set(null);
      this.met.set(null);
      this.history.count();
      this.remember();
      return true;
    } catch (error) {
      if (!(error instanceof HttpErrorResponse) || error.status !== 412) this.refusal.set(problemOf(error));
      // A save of one's own whose answer was lost is in nobody's way.
      else if (await this.meetNewest()) return await this.write(request);
      return false;
    } finally {
      this.isSaving.set(false);
    }
  }

  private async askForNewer(): Promise<boolean> {
    try {
      const stored = await this.requests.read();
      const known = (this.newer() ?? this.stored())?.revision;
      if (this.isSaving() || known === undefined || stored.revision <= known) return false;
      this.newer.set(stored);
      return true;
    } catch {
      return false; // an outage is told by what somebody asks for
    }
  }

  /** True where what was saved meanwhile is newer, and the draft itself. */
  private async meetNewest(): Promise<boolean> {
    const known = this.stored()?.revision;
    try {
      const newest = await this.requests.read();
      return this.meet(newest) && newest.revision !== known;
    } catch (error) {
      this.refusal.set(problemOf(error));
      return false;
    }
  }

  /** What was saved meanwhile stands against the draft; true where they are the same, which leaves nothing unsaved. */
  private meet(theirs: StoredBoard): boolean {
    this.met.set(theirs);
    if (!this.agree()) return false;
    this.remember();
    return true;
  }

  private agree(): boolean {
    const theirs = this.met();
    if (!theirs || !isSameSave(this.draft(), this.boardOf(theirs.preferences))) return false;
    this.settle(theirs);
    return true;
  }

  private restoreDraft(preferences: SavedBoardColumns, stored: StoredBoard): void {
    const draft = this.boardOf(preferences);
    this.history.restart(this.base(), draft);
    if (stored.revision !== this.stored()?.revision) this.meet(stored);
    this.isRestored.set(this.unsaved() > 0);
  }

  /** Keeps for the next visit what is unsaved. */
  private remember(): void {
    this.agree();
    const [base, unsaved] = [this.stored(), this.unsaved()];
    if (unsaved === 0) this.isRestored.set(false);
    const isKept = base !== null && unsaved > 0;
    rememberDraft(
      this.source.place,
      isKept ? { base, preferences: storedBoardOf(this.boards.savedOf(this.draft())) } : null,
    );
  }

  /** Saved deals that the board does not show: they are looked up in the rest of the data. */
  sought(shown: readonly BoardRecord[]): SavedDeal[] {
    return soughtDeals(this.readStored(), shown);
  }

  private readStored(): SavedBoard {
    return this.boards.read(this.stored()?.preferences ?? {});
  }

  private boardOf(preferences: SavedBoardColumns): LiveBoard {
    return this.boards.applied(this.boards.read(preferences));
  }
}
