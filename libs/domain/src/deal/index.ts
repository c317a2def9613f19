export * from './deal.js';
export * from './deal-labels.js';
