import type { BsonValue } from '../bson/value.js';

/** MongoDB's error codes that this server answers, by their names. */
const CODES = {
  InternalError: 1,
  BadValue: 2,
  FailedToParse: 9,
  UnauthorizedError: 13,
  TypeMismatch: 14,
  AuthenticationFailed: 18,
  IllegalOperation: 20,
  InvalidBSON: 22,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NamespaceExists: 48,
  DollarPrefixedFieldName: 52,
  InvalidIdField: 53,
  InvalidLength: 16,
  NotSingleValueField: 54,
  EmptyFieldName: 56,
  CommandNotFound: 59,
  ImmutableField: 66,
  CannotCreateIndex: 67,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  DocumentValidationFailure: 121,
  CannotIndexParallelArrays: 171,
  NotAReplicaSet: 123,
  QueryPlanKilled: 175,
  NotImplemented: 238,
  CursorKilled: 237,
  IndexBuildAborted: 276,
  ClientDisconnect: 279,
  APIVersionError: 322,
  DuplicateKey: 11000,
  BSONObjectTooLarge: 10334,
  CursorInUse: 12051,
  OutOfDiskSpace: 14031,
  Location15958: 15958,
  Location15976: 15976,
  Location31249: 31249,
  Location31253: 31253,
  Location31254: 31254,
  Location40323: 40323,
  Location40353: 40353,
  Location40414: 40414,
  Location40415: 40415,
  Location40601: 40601,
  Location51024: 51024,
  Location51091: 51091,
  Location4890500: 4890500,
  Location5107201: 5107201,
} as const;

/** Name of an error that this server answers. */
export type ErrorName = keyof typeof CODES;

/** A refusal that goes to the client as MongoDB words it: code, its name, message, further fields. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly code: number;

  /**
   * @param codeName MongoDB's name of the code
   * @param message what was wrong
   * @param details further fields of the answer, such as `keyPattern`
   */
  constructor(
    readonly codeName: ErrorName,
    message: string,
    readonly details: Record<string, BsonValue> = {},
  ) {
    super(message);
    this.code = CODES[codeName];
  }
}

/** Refuses what MongoDB can do and this server does not, instead of guessing. */
export function notImplemented(what: string): CommandError {
  return new CommandError('NotImplemented', `The embedded server does not support ${what}`);
}
