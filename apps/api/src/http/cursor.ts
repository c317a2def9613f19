import { badField } from './problem.js';

/** A place in a list, as text that callers hand back and do not look into. */
export const toCursor = (place: Readonly<Record<string, unknown>>): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url');

/** @throws ProblemException (400) when the text is no cursor of ours */
export function fromCursor(cursor: string): Readonly<Record<string, unknown>> {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (typeof place === 'object' && place !== null) return place as Record<string, unknown>;
  } catch {
    // Not ours: refused below.
  }
  throw badField('cursor', 'cursor must be the next_cursor of the page before. Start again without it.');
}
