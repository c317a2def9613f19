export * from './compared-days.js';
export * from './day.js';
export * from './months-in-period.js';
export * from './pace.js';
export * from './period.js';
export * from './presets.js';
export * from './today.js';
