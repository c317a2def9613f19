import { mongo } from 'mongoose';

/** A connection string as the product uses it. */
export interface MongoAddress {
  /** Without the options that are the product's own to decide. */
  readonly url: string;
  /** Database that it names; null when it names none, or only one of the server's own to sign in at. */
  readonly database: string | null;
}

/** Where data is read and when a write counts, and how long anything takes: database/client-options.ts decides. */
const DECIDED: ReadonlySet<string> = new Set(
  [
    ['readPreference', 'readPreferenceTags', 'maxStalenessSeconds', 'retryReads'],
    ['w', 'j', 'journal', 'fsync', 'wtimeout', 'wtimeoutMS'],
    ['connectTimeoutMS', 'socketTimeoutMS', 'serverSelectionTimeoutMS', 'waitQueueTimeoutMS', 'timeoutMS'],
    ['heartbeatFrequencyMS', 'minHeartbeatFrequencyMS'],
  ]
    .flat()
    .map((name) => name.toLowerCase()),
);

/** Databases of the server itself: a string names them to sign in, not to keep sales in. */
export const SERVER_DATABASES: readonly string[] = ['admin', 'config', 'local'];

/** What a server takes as the name of a database. */
export const DATABASE_NAME = /^[^/\\. "$*<>:|?\0]{1,63}$/;

/** Compressors that are packages of their own, which the product does not bring. */
const MISSING_COMPRESSORS: readonly string[] = ['snappy', 'zstd'];

/**
 * Reads a connection string. What the driver would find out only later, or by writing without an answer, is refused.
 *
 * @param refuse is told what is wrong, without any part of the string that may be a secret
 */
export function mongoAddress(value: string, refuse: (expected: string) => never): MongoAddress {
  if (!/^mongodb(\+srv)?:\/\/./.test(value))
    return refuse('it must begin with mongodb:// or mongodb+srv://.');
  const options = driverOptions(value, refuse);
  if (options.writeConcern?.w === 0)
    return refuse('its option w=0 is not possible: every write must be acknowledged. Leave the option out.');
  const missing = MISSING_COMPRESSORS.find((name) => options.compressors?.includes(name as never));
  if (missing !== undefined)
    return refuse(`its option compressors names ${missing}, which is not installed. zlib is.`);
  const database = databaseOf(value);
  if (database !== null && !DATABASE_NAME.test(database))
    return refuse('it names a database with characters that a name cannot have.');
  return { url: withoutDecided(value), database };
}

/** What the driver makes of it, without connecting. */
function driverOptions(value: string, refuse: (expected: string) => never): Partial<mongo.MongoOptions> {
  try {
    return new mongo.MongoClient(value).options;
  } catch (error) {
    return refuse(faultOf(value, error instanceof Error ? error.message : ''));
  }
}

/** The driver's messages may repeat any part of the string: of those only the name of an option is told. */
function faultOf(value: string, message: string): string {
  const [, query] = splitAtQuery(value);
  // With an @ in it, it is no query but the rest of a password.
  const names = [...new Set(new URLSearchParams(query.includes('@') ? '' : query).keys())].filter((name) =>
    /^[a-z]+$/i.test(name),
  );
  const named = names.filter((name) => new RegExp(`\\b${name}\\b`, 'i').test(message));
  if (named.length === 0)
    return 'it is no connection string such as mongodb://user:password@host:27017/database. Characters like @ : / ? % in a password are written percent-encoded.';
  const isUnknown = message.includes('not supported');
  return `its option ${named.join(', ')} ${isUnknown ? 'is not known to the driver' : 'has a value that cannot be used, or needs another option'}.`;
}

function withoutDecided(value: string): string {
  const [address, query] = splitAtQuery(value);
  const kept = query
    .split('&')
    .filter((option) => !DECIDED.has(option.split('=', 1)[0]?.toLowerCase() ?? ''));
  return kept.join('') === '' ? address : `${address}?${kept.join('&')}`;
}

/** A password may not hold a question mark that is not encoded: the first one begins the options. */
function splitAtQuery(value: string): [string, string] {
  const at = value.indexOf('?');
  return at < 0 ? [value, ''] : [value.slice(0, at), value.slice(at + 1)];
}

function databaseOf(value: string): string | null {
  const [, name = ''] = /^mongodb(?:\+srv)?:\/\/[^/]*\/(.*)$/.exec(splitAtQuery(value)[0]) ?? [];
  const database = decodeURIComponent(name);
  return database === '' || SERVER_DATABASES.includes(database) ? null : database;
}
