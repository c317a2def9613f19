export * from './deal.js';
export * from './ingest/index.js';
export * from './metrics/index.js';
export * from './normalise/index.js';
export * from './period/index.js';
export * from './record-set/index.js';
export * from './targets/index.js';
export * from './weighting/index.js';
