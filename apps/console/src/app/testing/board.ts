import type { BoardCard, BoardColumn } from '@app/contracts';
import { deal } from './deals';

/** A deal on a board without probabilities. */
export const boardCard = (change: Partial<BoardCard> = {}): BoardCard => ({
  deal: deal(),
  probability: null,
  projected: null,
  ...change,
});

/** A column of the deal pipeline with more deals than cards. */
export const boardColumn = (change: Partial<BoardColumn> = {}): BoardColumn => ({
  id: 'legal',
  label: 'Legal',
  stages: ['B Legals'],
  deals: 34,
  value: 2_140_000,
  projected: null,
  goal: null,
  progress: null,
  cards: [boardCard()],
  ...change,
});
