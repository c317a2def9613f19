import { mongo } from 'mongoose';

/** Names of errors that say that no server answers, whatever class of whichever copy of the driver they have. */
const AWAY: ReadonlySet<string> = new Set([
  'MongoServerSelectionError',
  'MongooseServerSelectionError',
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoNotConnectedError',
  'MongoTopologyClosedError',
  'MongoPoolClosedError',
  'MongoPoolClearedError',
  'PoolClearedOnNetworkError',
  'MongoOperationTimeoutError',
  'DisconnectedError',
]);

/** mongoose has no class for a command before the first connection. */
const NOT_CONNECTED =
  /before initial connection is complete|Connection was force closed|Client must be connected/;

/** Whether an error means that the database is away, not that the command was wrong. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof mongo.MongoNetworkError || AWAY.has(error.name)) return true;
  return error.name === 'MongooseError' && NOT_CONNECTED.test(error.message);
}
