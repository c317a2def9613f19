export type { WholeNumber } from './whole-number.js';
