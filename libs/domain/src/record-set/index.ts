export * from './record-set.js';
export * from './record-set-builder.js';
