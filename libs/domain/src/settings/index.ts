export * from './bdr-goals.js';
export * from './invalid-setting-error.js';
export * from './revenue-span.js';
