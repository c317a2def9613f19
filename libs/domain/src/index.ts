export * from './deal.js';
export * from './period/day.js';
