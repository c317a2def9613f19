import { documentOf } from '../bson/build.js';
import { InvalidBsonError } from '../bson/fields.js';
import type { BsonValue } from '../bson/value.js';
import { CommandError } from '../errors/command-error.js';

/** The answer to a command that failed. */
export function errorReply(error: unknown): BsonValue {
  const known = knownError(error);
  return documentOf({
    ok: 0,
    errmsg: known.message,
    code: known.code,
    codeName: known.codeName,
    ...known.details,
  });
}

/** Puts unforeseen errors into MongoDB's words. */
export function knownError(error: unknown): CommandError {
  if (error instanceof CommandError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new CommandError(error instanceof InvalidBsonError ? 'InvalidBSON' : 'InternalError', message);
}
