export * from './weight-table.js';
