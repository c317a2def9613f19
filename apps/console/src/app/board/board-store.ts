import { HttpClient } from '@angular/common/http';
import { Injectable, computed, effect, inject, linkedSignal, untracked } from '@angular/core';
import type { AsherPov } from '@app/contracts';
import { type BoardKind, applyBoard, boardTotals, hiddenCards, placedDeals } from '@app/domain/board';
import { filteredDeals } from '@app/domain/metrics';
import { Address } from '../session/address';
import { Session } from '../session/session';
import { ownUrl, povUrl, versionsUrl } from './api';
import { dealOf } from './board-changes';
import { BoardDeals } from './board-deals';
import { BoardDraft } from './board-draft';
import type { LiveBoard } from './live-boards';
import type { ShownColumn } from './shown-board';
import { type BoardToShow, columnsShown, mostNewCards } from './columns-shown';

/** Whose board is shown, or two against each other. */
export type Shows = 'mine' | 'pov' | 'duel';

/** A board to compare with another one. */
export type BoardSide = 'mine' | 'pov' | 'default';

/** The board of a page: the deals of the data as somebody sorted them. All numbers of a board come from here. */
@Injectable()
export class BoardStore {
  private readonly http = inject(HttpClient);
  private readonly address = inject(Address);
  private readonly deals = inject(BoardDeals);
  private readonly user = inject(Session).user;

  readonly kind = computed((): BoardKind => this.deals.of()?.kind ?? 'projections');
  /** Whether a card is in somebody's hand. */
  readonly isHeld = this.deals.isHeld;

  readonly mine = linkedSignal<object | null, BoardDraft | null>({
    source: this.deals.of,
    computation: () => untracked(() => this.draftOf('own')),
  });
  readonly povDraft = linkedSignal<object | null, BoardDraft | null>({
    source: this.deals.of,
    computation: () => untracked(() => (this.kind() === 'projections' ? this.draftOf('pov') : null)),
  });

  readonly shows = computed((): Shows => {
    const wanted = this.address.parameter('board');
    return this.kind() === 'projections' && (wanted === 'pov' || wanted === 'duel') ? wanted : 'mine';
  });
  /** The board that is shown and changed; in a duel one's own. */
  readonly current = computed(() => (this.shows() === 'pov' ? this.povDraft() : this.mine()));
  readonly mayWritePov = computed(() => this.address.view()?.can.includes('write_pov') ?? false);
  readonly canChange = computed(() => this.shows() !== 'pov' || this.mayWritePov());

  /** Whether the filters of the page show a deal. */
  readonly isOfFilter = computed(() => filteredDeals(this.address.filters()));
  readonly problem = computed(() => {
    return this.deals.problem() ?? this.current()?.problem() ?? null;
  });
  readonly isLoading = computed(() => this.deals.data() === undefined || !this.current()?.saved());

  readonly shown = computed(() => this.current()?.history.shown() ?? null);
  /** Totals of the board that is shown, under the filters: every number of the page reads these. */
  private readonly totalsByColumn = computed(() => {
    const shown = this.shown();
    return shown ? boardTotals(shown, this.deals.data()?.goals ?? {}, this.isOfFilter()) : null;
  });
  readonly toShow = computed(() => {
    const [board, totals, base] = [this.shown(), this.totalsByColumn(), this.current()?.base()];
    return board && totals && base ? { board, totals, base, isShown: this.isOfFilter() } : null;
  });
  readonly columns = linkedSignal<BoardToShow | null, readonly ShownColumn[]>({
    source: this.toShow,
    computation: (now, before) => (now ? columnsShown(now, before?.value ?? []) : []),
  });
  /** How many of the deals that are shown came since the board was saved, where those are most of its deals. */
  readonly mostNew = computed(() => {
    const toShow = this.shows() === 'duel' ? null : this.toShow();
    return toShow ? mostNewCards(toShow) : 0;
  });
  /** What the whole board comes to. */
  readonly totals = computed(() => this.totalsByColumn()?.total ?? { deals: 0, value: 0, projected: null });
  /** Hidden deals that the filters would show; none where two boards stand, each of which says it of its own. */
  readonly hidden = computed(() => {
    const shown = this.shows() === 'duel' ? null : this.shown();
    const isShown = this.isOfFilter();
    return shown ? hiddenCards(shown).filter(({ deal }) => isShown(deal)) : [];
  });
  /** As many of them are of a column. */
  readonly hiddenIn = (column: string): number => {
    const entries = this.shown()?.columns.find(({ id }) => id === column)?.entries ?? [];
    const keys = new Set(entries.map(({ key }) => key));
    return this.hidden().filter(({ key }) => keys.has(key)).length;
  };
  private readonly defaultBoard = computed(() => applyBoard(null, this.deals.all(), this.kind()));

  /** Deals of the board that the filters leave out: what is about the whole board is about them, too. */
  readonly outOfFilter = computed(() => {
    const shown = this.shown();
    const isShown = this.isOfFilter();
    return shown ? placedDeals(shown).filter(({ deal }) => !isShown(deal)).length : 0;
  });

  readonly unsaved = computed(() => this.current()?.unsaved() ?? 0);
  /** As many of what is unsaved are of deals that the filters leave out: saving and discarding are about them, too. */
  readonly unsavedOutOfFilter = computed(() => {
    const isShown = this.isOfFilter();
    const changed = this.current()?.changed() ?? [];
    return changed.filter((change) => !isShown(dealOf(change))).length;
  });
  readonly isSaving = computed(() => this.current()?.isSaving() ?? false);
  readonly refusal = computed(() => this.current()?.refusal() ?? null);
  readonly conflict = computed(() => this.current()?.conflict() ?? null);
  /** Whether another tab of the same person has other unsaved changes. */
  readonly hasElsewhere = computed(() => this.canChange() && (this.current()?.elsewhere() ?? null) !== null);
  readonly pov = computed(() => (this.povDraft()?.saved() as AsherPov | null | undefined) ?? null);
  readonly povAt = computed(() => this.pov()?.updated_at ?? null);
  /** Whether the default board stands in for it: nobody saved one, or it was reset, and nothing of it is unsaved. */
  readonly isPovDefault = computed(() => this.povAt() === null && this.povDraft()?.unsaved() === 0);
  /** Where the versions of the shown board are, anew after each save. */
  readonly versionsAt = computed(() => {
    const current = this.current();
    return current?.saved() ? { url: versionsUrl(current.url), revision: current.saved()?.revision } : null;
  });

  constructor() {
    effect(() => {
      const [mine, pov] = [this.mine(), this.povDraft()];
      untracked(() => void this.load(mine, pov));
    });
    effect((ended) => {
      const drafts = this.drafts();
      const stops = untracked(() => drafts.map((draft) => draft.watch()));
      ended(() => stops.forEach((stop) => stop()));
    });
    // The data is another one: what is unsaved stays, over the deals as they are now.
    effect(() => {
      this.deals.all();
      untracked(() => this.drafts().forEach((draft) => draft.reapply()));
    });
  }

  /** A board to compare, unsaved changes among it. */
  boardOf(side: BoardSide): LiveBoard | null {
    if (side === 'default') return this.defaultBoard();
    return (side === 'pov' ? this.povDraft() : this.mine())?.draft() ?? null;
  }

  open(viewId: string, kind: BoardKind): void {
    const { viewId: before, kind: of } = this.deals.of() ?? {};
    if (before !== viewId || of !== kind) this.deals.of.set({ viewId, kind });
  }

  reload(): void {
    this.deals.reload();
    void this.load(this.mine(), this.povDraft());
  }

  /** Whose board is shown is in the address. */
  show(shows: Shows): void {
    this.address.change({ board: shows === 'mine' ? null : shows });
  }

  drafts(): BoardDraft[] {
    return [this.mine(), this.povDraft()].filter((draft) => draft !== null);
  }

  private draftOf(which: 'own' | 'pov'): BoardDraft | null {
    const opened = this.deals.of();
    if (!opened) return null;
    const { viewId, kind } = opened;
    const isOwn = which === 'own';
    return new BoardDraft({
      http: this.http,
      kind,
      url: isOwn ? ownUrl(viewId, kind) : povUrl(viewId),
      place: { userId: this.user()?.id ?? '', viewId, board: isOwn ? kind : 'asher-pov' },
      deals: this.deals.all,
    });
  }

  private async load(mine: BoardDraft | null, pov: BoardDraft | null): Promise<void> {
    await Promise.all([mine?.load(), pov?.load()]);
  }
}
