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

/** An error as MongoDB would answer it; an unforeseen one becomes an internal error. */
export function knownError(error: unknown): CommandError {
  if (error instanceof CommandError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new CommandError(error instanceof InvalidBsonError ? 'InvalidBSON' : 'InternalError', message);
}
