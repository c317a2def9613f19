import { documentOf } from '../bson/build.js';
import { elementsOf } from '../bson/fields.js';
import type { BsonValue } from '../bson/value.js';
import { MAX_DOCUMENT_BYTES } from '../storage/collection.js';
import { MAX_MESSAGE_BYTES } from '../wire/message.js';
import { CommandError } from '../errors/command-error.js';
import type { Command } from './command.js';
import type { Engine } from './engine.js';
import { sessionKey } from './session.js';
import type { Handler, HandlerTable } from './handler.js';

/** The MongoDB release whose documented behaviour this server follows. */
const VERSION = [7, 0, 0, 0];
/** Wire protocol version of MongoDB 7.0. */
const WIRE_VERSION = 21;

/** A standalone: no set name, no transaction numbers, but sessions. */
function hello(command: Command): BsonValue {
  const primary = command.name === 'hello' ? { isWritablePrimary: true } : { ismaster: true };
  return documentOf({
    helloOk: true,
    ...primary,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    maxMessageSizeBytes: MAX_MESSAGE_BYTES,
    maxWriteBatchSize: 100_000,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: 30,
    connectionId: command.connectionId,
    minWireVersion: 0,
    maxWireVersion: WIRE_VERSION,
    readOnly: false,
    ok: 1,
  });
}

/** Tells which release is followed; `modules` tells that it is the embedded server. */
function buildInfo(): BsonValue {
  return documentOf({
    version: VERSION.slice(0, 3).join('.'),
    versionArray: VERSION,
    gitVersion: 'embedded',
    modules: ['embedded'],
    bits: 64,
    debug: false,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    storageEngines: ['lmdb'],
    ok: 1,
  });
}

/** The server has no users: whoever can connect may do everything. */
function connectionStatus(): BsonValue {
  return documentOf({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] }, ok: 1 });
}

/** Answers that all is well. */
function acknowledge(): BsonValue {
  return documentOf({ ok: 1 });
}

/** Ends sessions with their open cursors. */
function endSessions(command: Command, engine: Engine): BsonValue {
  const sessions = command.value(command.name);
  for (const session of sessions?.isArray ? elementsOf(sessions) : []) {
    if (session.isObject) engine.cursors.endSession(sessionKey(session));
  }
  return acknowledge();
}

/** Answers the end of a transaction, which a standalone never lets begin. */
function refuseTransaction(): BsonValue {
  throw new CommandError(
    'IllegalOperation',
    'Transaction numbers are only allowed on a replica set member or mongos',
  );
}

const helloHandler: Handler = { run: hello, fields: 'any' };
const refusal: Handler = { run: refuseTransaction, fields: ['recoveryToken'] };

/** Commands about the server and the connection. */
export const HANDSHAKE_HANDLERS: HandlerTable = {
  hello: helloHandler,
  isMaster: helloHandler,
  ismaster: helloHandler,
  ping: { run: acknowledge, fields: [] },
  buildInfo: { run: buildInfo, fields: [] },
  buildinfo: { run: buildInfo, fields: [] },
  connectionStatus: { run: connectionStatus, fields: ['showPrivileges'] },
  endSessions: { run: endSessions, fields: [] },
  killSessions: { run: endSessions, fields: [] },
  commitTransaction: refusal,
  abortTransaction: refusal,
};
