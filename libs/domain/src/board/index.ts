export { ageBand } from './age-band.js';
export * from './board.js';
export {
  BOARD_COLUMN_IDS,
  type BoardKind,
  type ColumnDefinition,
  columnsOfBoard,
  PROBABILITIES,
  type Probability,
  UnknownBoardColumnError,
} from './board-columns.js';
export * from './applied-board.js';
export * from './board-deal.js';
export { dealsOfBoard } from './deals-of-board.js';
export { withKeptKeys } from './kept-keys.js';
export { ownerProjections } from './owner-projections.js';
export * from './saved-board.js';
export * from './stored-board.js';
export * from './apply-board.js';
export * from './sought-deals.js';
export * from './save-board.js';
export * from './save-changes.js';
export * from './board-moves.js';
export * from './settle-matches.js';
export type { SavedIdentity } from './match-check.js';
export { movedKeys } from './moved-keys.js';
export { MATCH_REASONS, type MatchReason } from './match-reason.js';
export * from './board-totals.js';
export * from './undoable.js';
export * from './merge-saves.js';
export type { SaveDifference } from './merged-deal.js';
export type { SavedOpinion } from './saved-opinions.js';
export * from './duel.js';
