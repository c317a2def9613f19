export { positionsOfClient, positionsOfClients } from './client-positions.js';
export * from './facts.js';
export { type Names, shownSpellings } from './names.js';
export * from './per-record-set.js';
export * from './record-set.js';
export * from './record-set-builder.js';
