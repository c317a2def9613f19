/** How long a command waits for a server that takes it, before the caller is told that there is none. */
const SERVER_SELECTION_MS = 2_000;
/**
 * How long opening a connection may take, and how long the answer to a heartbeat. A missed heartbeat ends whatever is
 * under way, so a server that only has much to do for a moment gets its time.
 */
const CONNECT_MS = 5_000;
/** How often the server is asked whether it lives: with the limit above, a silent network is noticed within 6 s. */
const HEARTBEAT_MS = 1_000;
/** How long a command of a request waits for its answer from a server that answers heartbeats. */
const ANSWER_MS = 5_000;
/** How long a write waits for its majority: less than for its answer, so that the server says what is missing. */
const REPLICATION_MS = 4_000;

/**
 * How the product speaks to a server, whatever the connection string says: it reads from the primary, a write counts
 * once a majority has it in its journal, and nothing waits longer than some seconds. Every limit is one of the
 * driver's that has an effect; `timeoutMS` has none. A silent network shows in missing heartbeats, which end
 * the commands under way, too.
 */
const ALWAYS = {
  readPreference: 'primary',
  w: 'majority',
  journal: true,
  wtimeoutMS: REPLICATION_MS,
  retryReads: true,
  connectTimeoutMS: CONNECT_MS,
  serverSelectionTimeoutMS: SERVER_SELECTION_MS,
  heartbeatFrequencyMS: HEARTBEAT_MS,
  waitQueueTimeoutMS: ANSWER_MS,
} as const;

/** For the connection that requests use. */
export const REQUEST_OPTIONS = { ...ALWAYS, socketTimeoutMS: ANSWER_MS, appName: 'sales-analytics' } as const;

/**
 * For the connection to the embedded database: no network lies in between that could fall silent, and a machine under
 * load is no reason to give up.
 */
export const EMBEDDED_OPTIONS = {
  readPreference: 'primary',
  w: 'majority',
  journal: true,
  serverSelectionTimeoutMS: SERVER_SELECTION_MS,
  appName: 'sales-analytics',
} as const;

/** Beyond what members that lag behind need for a whole collection. */
const LONG_REPLICATION_MS = 30_000;

/** How long a command may take that touches a whole collection. */
const LONG_ANSWER_MS = 120_000;

/**
 * For single commands on the connection of requests that touch a whole collection: building indexes, renaming,
 * removing many documents. The driver takes the limit with each command, though its types name it only for
 * a connection.
 */
export const PATIENT = {
  socketTimeoutMS: LONG_ANSWER_MS,
  writeConcern: { w: 'majority', journal: true, wtimeoutMS: LONG_REPLICATION_MS },
} as const;

/** For a connection that works in the background, whose commands touch whole collections. */
export const WORK_OPTIONS = {
  ...ALWAYS,
  wtimeoutMS: LONG_REPLICATION_MS,
  socketTimeoutMS: LONG_ANSWER_MS,
  appName: 'sales-analytics-ingestion',
  maxPoolSize: 2,
} as const;
