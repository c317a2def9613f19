export * from './resolve.js';
export * from './revenue-target.js';
export * from './target-set.js';
