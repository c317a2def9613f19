export * from './resolve.js';
export * from './revenue-target.js';
export * from './stored-group.js';
export * from './target-over.js';
export * from './target-set.js';
export { TARGET_SOURCES, type TargetSource } from './target-sources.js';
export { targetValue } from './stored-value.js';
