import { badField } from './problem.js';

/**
 * A part of the path that is a whole number.
 *
 * @throws ProblemException (400) naming the part
 */
export function wholeNumber(name: string, text: string): number {
  if (/^-?\d{1,15}$/.test(text)) return Number(text);
  throw badField(name, `${name} must be a whole number, not ${JSON.stringify(text)}.`);
}
