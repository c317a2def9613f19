import { uriTooLong } from './problem.js';

/** Longer than any address of the console, with every filter set. */
export const LONGEST_ADDRESS = 8_192;

export const addressTooLong = () =>
  uriTooLong(`The address is longer than the ${LONGEST_ADDRESS} characters that are read here.`);
