export * from './entries/screen-entry.js';
export * from './entries/source-groups.js';
export * from './screens.js';
export * from './tabs.js';
