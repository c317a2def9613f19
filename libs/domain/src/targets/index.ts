export * from './resolve.js';
export * from './revenue-target.js';
export { splitHalf } from './revenue-years.js';
export { targetValue } from './stored-value.js';
export * from './target-set.js';
