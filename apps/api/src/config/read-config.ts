import { resolve } from 'node:path';
import { isEmail } from 'class-validator';
import { allowedDomains, clientId, clientSecret, googleClient } from './google-client.js';
import { serviceAccount } from './service-account.js';
import { isLoopbackAddress } from './loopback.js';
import { ConfigError } from './config-error.js';
import { CONFIG_VARIABLES, type VariableName } from './config-variables.js';
import { type Config, LOG_LEVELS } from './config.js';
import { trustedProxies } from './trusted-proxies.js';
import { withCredentials } from './mongo-credentials.js';
import { DATABASE_NAME, mongoAddress, SERVER_DATABASES } from './mongo-address.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads and checks the whole environment.
 *
 * @throws ConfigError naming the first variable that cannot be used
 */
export function readConfig(environment: Environment): Config {
  const read = reader(environment);
  const address = read('MONGO_URL', optional(mongoAddress));
  const mongoUrl = withCredentials(address?.url ?? null, environment);
  const publicUrl = read('PUBLIC_URL', optional(webAddress));
  const isProduction =
    read('NODE_ENV', optional(oneOf(['development', 'test', 'production']))) === 'production';
  const isLocalSignInAsked = read('AUTH_LOCAL', flag);
  return Object.freeze<Config>({
    mongoUrl,
    dbName: read('DB_NAME', optional(databaseName)) ?? address?.database ?? DATABASE,
    port: read('PORT', wholeNumber(0, 65_535)),
    host: read('HOST', text),
    dataDir: resolve(read('DATA_DIR', text)),
    publicUrl,
    isHttps: publicUrl?.startsWith('https:') ?? false,
    timeZone: read('APP_TIME_ZONE', timeZone),
    currency: read('APP_CURRENCY', currency),
    dateOrder: read('INGEST_DATE_ORDER', oneOf(['day_first', 'month_first'])),
    uploadLimitBytes: read('UPLOAD_LIMIT_MIB', wholeNumber(1, 4096)) * 1024 * 1024,
    googleServiceAccount: read('GOOGLE_SERVICE_ACCOUNT', optional(serviceAccount)),
    uploadSpaceBytes: read('UPLOAD_SPACE_MIB', wholeNumber(1, 1_048_576)) * 1024 * 1024,
    ingestMemoryMib: read('INGEST_MEMORY_MIB', wholeNumber(32, 65_536)),
    asherPovEmail: read('ASHER_POV_EMAIL', email),
    seed: read('SEED', oneOf(['sample', 'none'])),
    bootstrapSuperAdmin: read('BOOTSTRAP_SUPER_ADMIN', optional(email)),
    googleClient: googleClient({
      id: read('GOOGLE_CLIENT_ID', optional(clientId)),
      secret: read('GOOGLE_CLIENT_SECRET', optional(clientSecret)),
      publicUrl,
    }),
    allowedDomains: read('AUTH_ALLOWED_DOMAINS', allowedDomains),
    hasLocalSignIn: localSignIn({ isAsked: isLocalSignInAsked, mongoUrl, publicUrl, isProduction }),
    isLocalSignInAsked,
    hasDemo: read('AUTH_DEMO', flag),
    demoUserEmail: read('DEMO_USER_EMAIL', email),
    trustedProxies: read('TRUSTED_PROXIES', trustedProxies),
    signInLimit: read('SIGN_IN_LIMIT', wholeNumber(1, 1_000_000)),
    uploadRateLimit: read('UPLOAD_RATE_LIMIT', wholeNumber(1, 1_000_000)),
    connectionLimit: read('CONNECTION_LIMIT', wholeNumber(10, 100_000)),
    logLevel: read('LOG_LEVEL', oneOf(LOG_LEVELS)),
  });
}

/** Where neither DB_NAME nor MONGO_URL names one. */
const DATABASE = 'sales_analytics';

type Refuse = (expected: string) => never;
type Parse<Value> = (value: string, refuse: Refuse) => Value;

function reader(environment: Environment) {
  return <Value>(name: VariableName, parse: Parse<Value>): Value => {
    const given = environment[name]?.trim();
    const value = given === undefined || given === '' ? defaultOf(name) : given;
    return parse(value, (expected) => {
      throw new ConfigError(name, shown(name, value), expected);
    });
  };
}

const defaultOf = (name: VariableName): string =>
  CONFIG_VARIABLES.find((variable) => variable.name === name)?.default ?? '';

/** A connection string holds a password, and a key is one: their values never reach a message. */
const SECRETS: ReadonlySet<VariableName> = new Set([
  'MONGO_URL',
  'GOOGLE_SERVICE_ACCOUNT',
  'GOOGLE_CLIENT_SECRET',
]);
const shown = (name: VariableName, value: string): string => (SECRETS.has(name) ? '(hidden)' : value);

interface LocalSignInAsked {
  readonly isAsked: boolean;
  readonly mongoUrl: string | null;
  readonly publicUrl: string | null;
  readonly isProduction: boolean;
}

function localSignIn({ isAsked, mongoUrl, publicUrl, isProduction }: LocalSignInAsked): boolean {
  if (isProduction && isAsked)
    throw new ConfigError('AUTH_LOCAL', '1', 'not allowed with NODE_ENV=production; unset it.');
  const isHere = publicUrl === null || isLoopbackAddress(publicUrl);
  return !isProduction && isHere && (isAsked || mongoUrl === null);
}

const text: Parse<string> = (value) => value;

const optional =
  <Value>(parse: Parse<Value>): Parse<Value | null> =>
  (value, refuse) =>
    value === '' ? null : parse(value, refuse);

const oneOf =
  <const Value extends string>(values: readonly Value[]): Parse<Value> =>
  (value, refuse) =>
    values.find((allowed) => allowed === value) ?? refuse(`it must be one of ${values.join(', ')}.`);

const wholeNumber =
  (min: number, max: number): Parse<number> =>
  (value, refuse) => {
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    return number >= min && number <= max
      ? number
      : refuse(`it must be a whole number from ${min} to ${max}.`);
  };

const flag: Parse<boolean> = (value, refuse) => {
  if (value === '1' || value === 'true') return true;
  return value === '0' || value === 'false' ? false : refuse('it must be 1 or 0.');
};

const email: Parse<string> = (value, refuse) =>
  isEmail(value) ? value.toLowerCase() : refuse('it must be an e-mail address.');

const databaseName: Parse<string> = (value, refuse) => {
  if (SERVER_DATABASES.includes(value)) return refuse(`${value} is one of the server's own databases.`);
  return DATABASE_NAME.test(value)
    ? value
    : refuse(
        'it must be a database name of at most 63 characters, without / \\ . " $ * < > : | ? or blanks.',
      );
};

const webAddress: Parse<string> = (value, refuse) => {
  const url = URL.canParse(value) ? new URL(value) : null;
  const isWeb =
    url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash;
  return isWeb
    ? url.origin
    : refuse('it must be an http or https address without a path, such as https://sales.example.com.');
};

const timeZone: Parse<string> = (value, refuse) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone;
  } catch {
    return refuse('it must be an IANA time zone, such as Europe/Paris.');
  }
};

const currency: Parse<string> = (value, refuse) =>
  Intl.supportedValuesOf('currency').includes(value)
    ? value
    : refuse('it must be an ISO 4217 code, such as USD.');
