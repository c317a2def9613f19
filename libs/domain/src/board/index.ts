export { ageBand } from './age-band.js';
export * from './board.js';
export { BOARD_COLUMN_IDS, UnknownBoardColumnError } from './board-columns.js';
export { ownerProjections } from './owner-projections.js';
