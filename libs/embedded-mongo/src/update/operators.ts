import { Timestamp } from 'bson';
import { compareValues } from '../bson/compare.js';
import { fieldsOf } from '../bson/fields.js';
import { BsonType, fromJs, type BsonValue } from '../bson/value.js';
import { CommandError, notImplemented } from '../errors/command-error.js';
import { combine } from './arithmetic.js';
import { addToSetChange, popChange, pullAllChange, pullChange, pushChange } from './array-operators.js';
import type { Change } from './path.js';

/** What one operator does to one path. */
export interface OperatorChange {
  change: Change;
  isCreating: boolean;
  /** Only when the update inserts a document. */
  isInsertOnly?: boolean;
}

type OperatorFactory = (argument: BsonValue, path: string) => OperatorChange;

const creating = (change: Change): OperatorChange => ({ change, isCreating: true });
const existing = (change: Change): OperatorChange => ({ change, isCreating: false });

/** The update operators that this server knows; `$rename` moves between two paths and is handled apart. */
export const UPDATE_OPERATORS = new Map<string, OperatorFactory>([
  ['$set', (argument) => creating(() => argument)],
  ['$setOnInsert', (argument) => ({ ...creating(() => argument), isInsertOnly: true })],
  ['$unset', () => existing(() => undefined)],
  ['$inc', (argument, path) => creating((current) => combine('$inc', current, argument, path))],
  ['$mul', (argument, path) => creating((current) => combine('$mul', current, argument, path))],
  ['$min', (argument) => creating((current) => extreme(current, argument, -1))],
  ['$max', (argument) => creating((current) => extreme(current, argument, 1))],
  ['$currentDate', (argument) => creating(currentDate(argument))],
  ['$push', (argument, path) => creating(pushChange(argument, path))],
  ['$addToSet', (argument, path) => creating(addToSetChange(argument, path))],
  ['$pop', (argument, path) => existing(popChange(argument, path))],
  ['$pull', (argument, path) => existing(pullChange(argument, path))],
  ['$pullAll', (argument, path) => existing(pullAllChange(argument, path))],
]);

function extreme(current: BsonValue | undefined, argument: BsonValue, sign: 1 | -1): BsonValue {
  return current && compareValues(argument, current) * sign <= 0 ? current : argument;
}

function currentDate(argument: BsonValue): Change {
  const wanted = argument.isObject ? fieldsOf(argument)[0] : undefined;
  const type = wanted?.[0] === '$type' && wanted[1].type === BsonType.string ? wanted[1].text() : 'date';
  if (argument.type !== BsonType.boolean && !wanted) {
    throw new CommandError('BadValue', "$currentDate takes a boolean or { $type: 'timestamp' | 'date' }");
  }
  if (type === 'date') return () => fromJs(new Date());
  if (type === 'timestamp') return () => fromJs(new Timestamp({ t: Math.floor(Date.now() / 1000), i: 1 }));
  throw new CommandError('BadValue', "The '$type' string field is required to be 'date' or 'timestamp'");
}

/** An operator that does not exist, or that only MongoDB has. */
export function unknownModifier(operator: string): CommandError {
  if (operator === '$bit') return notImplemented('$bit');
  return new CommandError(
    'FailedToParse',
    `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
  );
}
