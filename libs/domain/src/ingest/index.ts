export * from './diff.js';
export * from './guard.js';
export type { HoldReason } from './hold-reason.js';
export * from './identity.js';
export * from './publish-gate.js';
export * from './read-sheet.js';
export * from './sheet.js';
export * from './sheet-error.js';
export * from './sniff.js';
