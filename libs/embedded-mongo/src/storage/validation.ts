import { buildDocument, documentOf } from '../bson/build.js';
import { fieldName, fieldOf, fieldsOf } from '../bson/fields.js';
import { BsonType, EMPTY_DOCUMENT, fromJs, type BsonValue } from '../bson/value.js';
import { CommandError } from '../errors/command-error.js';
import { compileFilter, type Matcher } from '../matching/matcher.js';

/** Settings of a collection about its validator, with the value that MongoDB takes when none is given. */
const CHOICES = new Map([
  ['validationLevel', ['strict', 'moderate', 'off']],
  ['validationAction', ['error', 'warn']],
]);

/** Names of the options that a collection keeps. */
export const COLLECTION_OPTIONS = ['validator', ...CHOICES.keys()];

/** What a collection demands of documents that are written to it. */
export interface Validation {
  /** @throws CommandError DocumentValidationFailure */
  assertInsert: (document: BsonValue) => void;
  /** @throws CommandError DocumentValidationFailure */
  assertReplace: (before: BsonValue, after: BsonValue) => void;
}

/**
 * The options of a collection as `listCollections` answers them: those before, those asked for, and with a
 * validator the level and the action in force.
 *
 * @throws CommandError for what is no option value, NotImplemented for a validator that could not be enforced
 */
export function collectionOptions(before: BsonValue, asked: ReadonlyMap<string, BsonValue>): BsonValue {
  const options = new Map([...fieldsOf(before), ...asked]);
  const validator = options.get('validator');
  if (validator && !validator.isObject) {
    throw new CommandError(
      'TypeMismatch',
      "BSON field 'validator' is the wrong type, expected type 'object'",
    );
  }
  for (const [name, choices] of CHOICES) {
    const chosen = options.get(name) ?? (validator && fromJs(choices[0]));
    if (chosen) options.set(name, assertChoice(name, chosen, choices));
  }
  if (validator && fieldsOf(validator).length === 0) options.delete('validator');
  const checked = buildDocument(options);
  compileValidation(checked);
  return checked;
}

function assertChoice(name: string, value: BsonValue, choices: readonly string[]): BsonValue {
  if (value.type === BsonType.string && choices.includes(value.text())) return value;
  throw new CommandError(
    'BadValue',
    `Enumeration value for field '${name}' is not one of ${choices.join(', ')}`,
  );
}

/** Prepares the checks of a collection; undefined when it takes every document. */
export function compileValidation(options: BsonValue): Validation | undefined {
  const validator = fieldOf(options, fieldName('validator'));
  if (!validator) return undefined;
  const matches = compileFilter(validator);
  const level = fieldOf(options, fieldName('validationLevel'))?.text();
  if (level === 'off' || fieldOf(options, fieldName('validationAction'))?.text() === 'warn') return undefined;
  return validation(matches, level === 'moderate');
}

function validation(matches: Matcher, isModerate: boolean): Validation {
  const assertInsert = (document: BsonValue): void => {
    if (!matches(document)) throw invalid(document);
  };
  return {
    assertInsert,
    assertReplace: (before, after) => {
      if (!isModerate || matches(before)) assertInsert(after);
    },
  };
}

function invalid(document: BsonValue): CommandError {
  const id = fieldOf(document, fieldName('_id')) ?? EMPTY_DOCUMENT;
  return new CommandError('DocumentValidationFailure', 'Document failed validation', {
    errInfo: documentOf({ failingDocumentId: id }),
  });
}
