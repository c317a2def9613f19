export * from './record-difference.js';
