export * from './bdr-goals.js';
export * from './invalid-setting-error.js';
export { checkRefreshGate, GATE_LIMITS } from './refresh-gate.js';
export type { RevenueSpan } from './revenue-span.js';
export * from './setting-kinds.js';
