export * from './analytics.js';
export * from './auth.js';
export * from './health.js';
export * from './ingestion.js';
export * from './record.js';
export * from './shared.js';
export * from './targets.js';
export * from './view.js';
