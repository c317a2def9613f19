import { type Refusal, refusedField } from '../refusals/refusal.js';

/** Which page somebody wants: how many items, and the cursor of the page before. */
export interface WantedPage {
  readonly limit: number;
  readonly cursor: string | null;
}

/** A place in a list, as text that callers hand back and do not look into. */
export const toCursor = (place: Readonly<Record<string, unknown>>): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url');

/** @throws Refusal when the text is no cursor that was given out here */
export function fromCursor(cursor: string): Readonly<Record<string, unknown>> {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (typeof place === 'object' && place !== null) return place as Record<string, unknown>;
  } catch {
    // Not ours: refused below.
  }
  throw foreignCursor();
}

/** For a text that is no cursor, or one of another kind of list. */
export const foreignCursor = (): Refusal =>
  refusedField('cursor', 'cursor must be the next_cursor of the page before. Start again without it.');
