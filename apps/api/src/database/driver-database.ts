import type { Connection, mongo } from 'mongoose';
import { DatabaseTroubleError } from './trouble.js';

/**
 * The driver's own database under mongoose: for everything but people, views and sessions (see CONTRIBUTING, "How to add
 * a collection").
 *
 * @throws DatabaseTroubleError before the first connection
 */
export function driverDatabase(connection: Connection): mongo.Db {
  if (!connection.db) {
    const trouble = { kind: 'away', reason: 'the server is not connected' } as const;
    throw new DatabaseTroubleError('The database', trouble, null);
  }
  return connection.db;
}
