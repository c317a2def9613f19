import type { Signal } from '@angular/core';
import type { BoardRecord } from '@app/contracts';
import type { PlacedDeal } from '@app/domain/board';

/** Cards of the board behind a number, and what they come to: that number. */
export interface CardList {
  readonly title: string;
  readonly hint: string;
  readonly cards: readonly PlacedDeal<BoardRecord>[];
  readonly total: { readonly deals: number; readonly value: number; readonly projected: number | null };
}

/** The cards that a dialog lists; they follow the board. */
export abstract class ListedCards {
  /** Null before anything is asked for. */
  abstract readonly shown: Signal<CardList | null>;
}
