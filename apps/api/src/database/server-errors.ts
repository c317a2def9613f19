/** The server is there and cannot take commands now: it will again, or another one will. */
export const PASSING: ReadonlyMap<number, string> = new Map([
  [6, 'a server cannot be reached by another one'],
  [7, 'a server does not find another one'],
  [24, 'a lock was not free in time'],
  [43, 'the server has lost a cursor'],
  [46, 'a lock is held'],
  [50, 'the server ran out of time'],
  [64, 'too few servers have confirmed the write in time'],
  [89, 'a server does not hear from another one'],
  [91, 'the server is shutting down'],
  [112, 'two writes met'],
  [133, 'no server of the set is the primary'],
  [134, 'the set has no majority yet'],
  [175, 'the server ended a cursor'],
  [189, 'the primary has stepped down'],
  [202, 'a server did not hear from another one in time'],
  [237, 'the server ended a cursor'],
  [262, 'the server ran out of time'],
  [358, 'the server has had an internal fault that passes'],
  [365, 'the server is temporarily unavailable'],
  [384, 'the server could not refresh what it knows'],
  [462, 'the server takes no more commands at present'],
  [9001, 'a server has lost its connection to another one'],
  [10_058, 'the server is not the primary'],
  [10_107, 'the server is not the primary'],
  [11_600, 'the server is shutting down'],
  [11_601, 'the server ended the command'],
  [11_602, 'the primary has stepped down'],
  [13_388, 'the server does not know the state of the set'],
  [13_435, 'the server is not the primary'],
  [13_436, 'the server is recovering or just starting'],
]);

/** Code of a server whose disk has no room for what it is to write. */
export const DISK_FULL = 14_031;

/** The server refuses the product until somebody who runs it changes something. */
export const REFUSING: ReadonlyMap<number, string> = new Map([
  [11, 'the database user does not exist'],
  [13, 'the database user lacks a right'],
  [18, 'the server refuses user and password'],
  [31, 'a role of the database user does not exist'],
  [79, 'the servers do not know the wanted write concern'],
  [100, 'the set has too few servers that hold data for a majority'],
  [391, 'the server wants the user to sign in again'],
  [8000, 'the server refuses user, password or address'],
  [DISK_FULL, 'the disk of the server is full'],
]);

/** What the driver and the operating system say when no server answers, by class or code. */
export const UNREACHABLE: ReadonlyMap<string, string> = new Map([
  ['MongoServerSelectionError', 'no server answers'],
  ['MongooseServerSelectionError', 'no server answers'],
  ['MongoNetworkTimeoutError', 'the server does not answer in time'],
  ['MongoOperationTimeoutError', 'the server does not answer in time'],
  ['MongoWaitQueueTimeoutError', 'no connection to the server became free in time'],
  ['MongoNetworkError', 'the connection to the server broke'],
  ['MongoPoolClearedError', 'the connection to the server broke'],
  ['PoolClearedOnNetworkError', 'the connection to the server broke'],
  ['MongoNotConnectedError', 'the server is not connected'],
  ['MongoTopologyClosedError', 'the connection is closed'],
  ['MongoPoolClosedError', 'the connection is closed'],
  ['MongoServerClosedError', 'the connection is closed'],
  ['MongoClientClosedError', 'the connection is closed'],
  ['MongoExpiredSessionError', 'the connection is closed'],
  ['MongoStalePrimaryError', 'the server is not the primary'],
  ['DisconnectedError', 'the server is not connected'],
  ['MongoCompatibilityError', 'the server is of a version that the driver does not speak with'],
  ['MongoMissingDependencyError', 'the connection string needs a package that is not installed'],
  ['MongoUnexpectedServerResponseError', 'the server gives answers that make no sense'],
  // From an `AbortSignal` with a time limit.
  ['TimeoutError', 'the server does not answer in time'],
  ['ECONNREFUSED', 'no server listens at the address'],
  ['ECONNRESET', 'the connection to the server broke'],
  ['ECONNABORTED', 'the connection to the server broke'],
  ['EPIPE', 'the connection to the server broke'],
  ['ENOTCONN', 'the connection to the server broke'],
  ['ETIMEDOUT', 'the server does not answer in time'],
  ['EHOSTUNREACH', 'the address of the server cannot be reached'],
  ['EHOSTDOWN', 'the address of the server cannot be reached'],
  ['ENETUNREACH', 'the address of the server cannot be reached'],
  ['ENETDOWN', 'the address of the server cannot be reached'],
  ['ENOTFOUND', 'the name of the server is not known'],
  ['EAI_AGAIN', 'the name of the server is not known at present'],
  ['ENOENT', 'no server listens at the address'],
]);

/** The server says itself that the same command may work in a moment. */
export const PASSING_LABELS: readonly string[] = [
  'RetryableWriteError',
  'TransientTransactionError',
  'RetryableError',
  'SystemOverloadedError',
];
