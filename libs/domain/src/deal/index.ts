export * from './deal.js';
export * from './sheet-columns.js';
