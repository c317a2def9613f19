import type { BsonValue } from '../bson/value.js';
import { CommandError, notImplemented } from '../errors/command-error.js';
import { increment } from './arithmetic.js';
import type { Change } from './path.js';

/** What one operator does to one path. */
export interface OperatorChange {
  change: Change;
  isCreating: boolean;
  /** Only when the update inserts a document. */
  isInsertOnly?: boolean;
}

type OperatorFactory = (argument: BsonValue, path: string) => OperatorChange;

/** The update operators that this server knows. */
export const UPDATE_OPERATORS = new Map<string, OperatorFactory>([
  ['$set', (argument) => ({ change: () => argument, isCreating: true })],
  ['$setOnInsert', (argument) => ({ change: () => argument, isCreating: true, isInsertOnly: true })],
  ['$unset', () => ({ change: () => undefined, isCreating: false })],
  ['$inc', (argument, path) => ({ change: (value) => increment(value, argument, path), isCreating: true })],
]);

/** Operators of MongoDB that nothing here needs. */
const REFUSED = new Set([
  '$addToSet',
  '$bit',
  '$currentDate',
  '$max',
  '$min',
  '$mul',
  '$pop',
  '$pull',
  '$pullAll',
  '$push',
  '$rename',
]);

/** An operator that does not exist, or that only MongoDB has. */
export function unknownModifier(operator: string): CommandError {
  if (REFUSED.has(operator)) return notImplemented(operator);
  return new CommandError(
    'FailedToParse',
    `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
  );
}
