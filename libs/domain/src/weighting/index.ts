export * from './check-weights.js';
export * from './weight-of.js';
export * from './weight-table.js';
export * from './weighted-cents.js';
export * from './weight-reason.js';
