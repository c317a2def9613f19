import { CommandError } from '../errors/command-error.js';
import { ADMIN_HANDLERS } from './admin.js';
import type { Command } from './command.js';
import type { Handler } from './handler.js';
import { HANDSHAKE_HANDLERS } from './handshake.js';
import { INDEX_HANDLERS } from './indexes.js';
import { READ_HANDLERS } from './read.js';
import { WRITE_HANDLERS } from './write.js';

const HANDLERS = new Map(
  Object.entries({
    ...HANDSHAKE_HANDLERS,
    ...INDEX_HANDLERS,
    ...ADMIN_HANDLERS,
    ...READ_HANDLERS,
    ...WRITE_HANDLERS,
  }),
);

/** Fields that every command may carry. */
const COMMON_FIELDS = new Set([
  '$db',
  'lsid',
  '$clusterTime',
  '$readPreference',
  'comment',
  'maxTimeMS',
  'readConcern',
  'writeConcern',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
]);

/** On a single server they all mean the same. */
const READ_CONCERNS = new Set(['local', 'available', 'majority']);

const TRANSACTION_FIELDS = new Set(['txnNumber', 'autocommit', 'startTransaction']);

/**
 * Finds how a command is answered.
 *
 * @throws CommandError for an unknown command, an unknown field, or a transaction
 */
export function handlerFor(command: Command): Handler {
  const handler = HANDLERS.get(command.name);
  if (!handler) throw new CommandError('CommandNotFound', `no such command: '${command.name}'`);
  for (const name of command.fieldNames.slice(1)) assertAllowed(command, handler, name);
  assertConcerns(command);
  return handler;
}

function assertAllowed(command: Command, handler: Pick<Handler, 'fields'>, name: string): void {
  if (TRANSACTION_FIELDS.has(name)) {
    throw new CommandError(
      'IllegalOperation',
      'Transaction numbers are only allowed on a replica set member or mongos',
    );
  }
  if (handler.fields !== 'any' && !COMMON_FIELDS.has(name) && !handler.fields.includes(name)) {
    throw new CommandError('Location40415', `BSON field '${command.name}.${name}' is an unknown field.`);
  }
}

/** A standalone has no other members to wait for, and no snapshots. */
function assertConcerns(command: Command): void {
  const level = command.nestedString('readConcern', 'level');
  if (level === 'linearizable' || level === 'snapshot') {
    throw new CommandError(
      'NotAReplicaSet',
      `node needs to be a replica set member to use readConcern: ${level}`,
    );
  }
  if (level !== undefined && !READ_CONCERNS.has(level)) {
    throw new CommandError(
      'BadValue',
      `Enumeration value '${level}' for field 'readConcern.level' is not a valid value.`,
    );
  }
  if (command.nestedNumber('writeConcern', 'w') > 1) {
    throw new CommandError('BadValue', "cannot use 'w' > 1 when a host is not replicated");
  }
  if (command.optionalString('apiVersion') !== undefined && command.optionalString('apiVersion') !== '1') {
    throw new CommandError('APIVersionError', 'API version must be "1"');
  }
}
