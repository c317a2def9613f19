import { httpResource } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import type { BoardData, BoardPreferences } from '@app/contracts';
import { type BoardKind, applyBoard, columnsOfBoard, readSavedBoard } from '@app/domain/board';
import { Address } from '../session/address';
import { viewUrl } from '../session/api';
import { keptDraft } from '../session/board-draft-memory';
import { Session } from '../session/session';
import { SEARCH } from './texts';

/** A board that cards are looked for on. */
interface BoardOfCards {
  readonly viewId: string;
  readonly kind: BoardKind;
}

/**
 * Where deals stand on the board that their cards are shown on, unsaved changes of this tab among it: one's own, or the
 * point of view where that is open.
 */
@Injectable()
export class CardPlaces {
  private readonly address = inject(Address);
  private readonly user = inject(Session).user;
  private readonly of = signal<BoardOfCards | null>(null);
  private readonly isPov = computed(
    () => this.of()?.kind === 'projections' && this.address.parameter('board') === 'pov',
  );

  private readonly deals = httpResource<BoardData>(() => {
    const of = this.of();
    if (!of) return undefined;
    const asOf = this.address.asOf();
    const params: Record<string, string> = asOf ? { as_of: asOf } : {};
    return { url: viewUrl(of.viewId, `boards/${of.kind}`), params };
  });
  private readonly saved = httpResource<BoardPreferences>(() => {
    const of = this.of();
    return of ? viewUrl(of.viewId, this.isPov() ? 'asher-pov' : `preferences/${of.kind}`) : undefined;
  });
  /** By the key of the card; empty until the board is read, and where it cannot be. */
  private readonly places = computed((): ReadonlyMap<string, string> => {
    const of = this.of();
    if (!of || !this.deals.hasValue() || !this.saved.hasValue()) return new Map();
    const { viewId, kind } = of;
    const board = this.isPov() ? 'asher-pov' : kind;
    const draft = keptDraft({ userId: this.user()?.id ?? '', viewId, board });
    const { preferences } = draft ?? this.saved.value();
    const applied = applyBoard(readSavedBoard(kind, preferences), this.deals.value().deals, kind);
    const labels = new Map(columnsOfBoard(kind).map(({ id, label }): [string, string] => [id, label]));
    return new Map(
      applied.columns.flatMap(({ id, entries }) =>
        entries.flatMap((entry): [string, string][] => {
          if (entry.is !== 'placed') return [];
          return [[entry.key, entry.hidden ? SEARCH.hiddenCard : (labels.get(id) ?? id)]];
        }),
      ),
    );
  });

  /** Reads a board, once: what was found has cards on it. */
  readonly wanted = (viewId: string, kind: BoardKind): void => {
    const of = this.of();
    if (of?.viewId !== viewId || of.kind !== kind) this.of.set({ viewId, kind });
  };

  /** The label of the column, or that the card is hidden; empty where it is not known yet. */
  readonly placeOf = (key: string): string => this.places().get(key) ?? '';
}
