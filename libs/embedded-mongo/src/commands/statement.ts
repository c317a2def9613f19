import { fieldName, fieldOf, fieldsOf } from '../bson/fields.js';
import type { BsonValue } from '../bson/value.js';
import { CommandError } from '../errors/command-error.js';

/**
 * A field of one statement of a write command.
 *
 * @throws CommandError Location40414 when it is missing
 */
export function required(statement: BsonValue, command: string, name: string): BsonValue {
  const value = fieldOf(statement, fieldName(name));
  if (value) return value;
  throw new CommandError('Location40414', `BSON field '${command}.${name}' is missing but a required field`);
}

/** A document field of a statement. */
export function requiredDocument(statement: BsonValue, command: string, name: string): BsonValue {
  const value = required(statement, command, name);
  if (value.isObject) return value;
  throw new CommandError(
    'TypeMismatch',
    `BSON field '${command}.${name}' is the wrong type, expected type 'object'`,
  );
}

/** Refuses a statement with fields that would ask for something that does not happen. */
export function assertKnownFields(statement: BsonValue, command: string, known: readonly string[]): void {
  for (const [name] of fieldsOf(statement)) {
    if (!known.includes(name)) {
      throw new CommandError('Location40415', `BSON field '${command}.${name}' is an unknown field.`);
    }
  }
}
