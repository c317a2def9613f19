import { Refusal, refusedField } from '../refusals/refusal.js';
import type { TargetChangeDocument } from './target-change-document.js';

/** A key that somebody else changed, and its value now. */
interface MovedKey {
  readonly key: string;
  readonly change: TargetChangeDocument;
  readonly value: unknown;
}

export function keysMoved(moved: readonly MovedKey[]): Refusal {
  const errors = moved.map(({ key, change: { by, at }, value }) => ({
    field: key,
    message: `${key}: ${by} ${value === undefined ? 'removed it' : `set it to ${JSON.stringify(value)}`} on ${at.toISOString()}.`,
  }));
  const detail = `Somebody else changed what you change: ${errors.map(({ message }) => message).join(' ')} Read the targets again.`;
  return new Refusal('outdated', detail, errors);
}

export const neverExisted = (newest: number): Refusal =>
  staleTag(
    `If-Match names a revision that there never was: the newest is ${newest}. Read the targets again.`,
  );

export const outOfReach = (expected: number, newest: number): Refusal =>
  staleTag(
    `The history does not reach back to revision ${expected}: the newest is ${newest}. Read the targets again.`,
  );

const staleTag = (message: string): Refusal => refusedField('If-Match', message, 'outdated');
