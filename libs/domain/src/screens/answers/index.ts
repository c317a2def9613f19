export * from './dashboard.js';
export * from './deals-pipeline.js';
export * from './meetings-attended.js';
export * from './meetings-generation.js';
export * from './projections.js';
export type { RevenueMonth } from './revenue-months.js';
export type { Screen, ScreenQuestion } from './screen.js';
export * from './upsell-renew.js';
