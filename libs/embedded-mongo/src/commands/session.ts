import { fieldsOf } from '../bson/fields.js';
import type { BsonValue } from '../bson/value.js';
import type { Command } from './command.js';

/** Key of a session, from the `lsid` that a command carries. */
export function sessionOf(command: Command): string | undefined {
  const lsid = command.document('lsid');
  return lsid && sessionKey(lsid);
}

/** Key of a session from its document `{ id: UUID }`. */
export function sessionKey(lsid: BsonValue): string {
  return (
    fieldsOf(lsid)
      .find(([name]) => name === 'id')?.[1]
      .bytes.toString('hex') ?? ''
  );
}
