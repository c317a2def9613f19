export * from './resolve.js';
export * from './target-set.js';
