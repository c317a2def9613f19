import type { BoardRecord } from '@app/contracts';

/** A card as a column draws it. */
export interface ShownCard {
  /** Identifies the deal on the board. */
  readonly key: string;
  readonly deal: BoardRecord;
  /** 50, 75 or 90; null on a board without probabilities. */
  readonly probability: number | null;
  /** Currency; null without probability or value. */
  readonly projected: number | null;
  /** Whether the deal came since the board was saved. */
  readonly isNew: boolean;
  /** Whether it is far older than its neighbours. */
  readonly isUnusual: boolean;
}

/** A column as it is drawn: its totals are those of its cards. */
export interface ShownColumn {
  readonly id: string;
  readonly label: string;
  /** What fills it by default; empty where people put deals by hand. */
  readonly stages: readonly string[];
  readonly deals: number;
  readonly value: number;
  readonly projected: number | null;
  readonly goal: number | null;
  readonly progress: number | null;
  readonly cards: readonly ShownCard[];
}
