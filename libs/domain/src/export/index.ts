export * from './csv.js';
export * from './deal-columns.js';
export * from './export-column.js';
