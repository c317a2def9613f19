import type { Connection, mongo } from 'mongoose';
import { unavailable } from '../http/problem.js';

/** The driver's own database under mongoose: for bulk work and for documents that have no schema. */
export function driverDatabase(connection: Connection): mongo.Db {
  if (!connection.db) throw unavailable('The database does not answer yet. Try again in a moment.');
  return connection.db;
}
