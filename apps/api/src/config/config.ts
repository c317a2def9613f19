/** A service account of Google, by its key. */
export interface GoogleServiceAccount {
  readonly email: string;
  /** In PEM. */
  readonly privateKey: string;
}

/** The product as Google knows it: an OAuth client of the kind web application. */
export interface GoogleClient {
  readonly id: string;
  readonly secret: string;
}

/** The environment, parsed and checked once at boot, frozen. Inject it by its class. */
export abstract class Config {
  /** Null where the embedded database is used. */
  abstract readonly mongoUrl: string | null;
  abstract readonly dbName: string;
  abstract readonly port: number;
  abstract readonly host: string;
  /** Absolute. */
  abstract readonly dataDir: string;
  /** Without a trailing slash; null when not set. */
  abstract readonly publicUrl: string | null;
  /** True when people reach the product over https: cookies are Secure. */
  abstract readonly isHttps: boolean;
  abstract readonly timeZone: string;
  abstract readonly currency: string;
  abstract readonly dateOrder: 'day_first' | 'month_first';
  abstract readonly uploadLimitBytes: number;
  /** Reads sheets that are shared with it; null when not set. */
  abstract readonly googleServiceAccount: GoogleServiceAccount | null;
  /** Bytes that uploads may take on disk until they are read. */
  abstract readonly uploadSpaceBytes: number;
  /** MiB of memory that the thread of an import may use. */
  abstract readonly ingestMemoryMib: number;
  /** Lower case. */
  abstract readonly asherPovEmail: string;
  abstract readonly seed: 'sample' | 'none';
  /** Lower case; null when not set. */
  abstract readonly bootstrapSuperAdmin: string | null;
  /** People sign in with Google as this client; null when not set. With one, `publicUrl` is set. */
  abstract readonly googleClient: GoogleClient | null;
  /** Who has an address in one of these may join; lower case. */
  abstract readonly allowedDomains: readonly string[];
  /**
   * True when local sign-in exists: embedded database or AUTH_LOCAL, never in production, nor with a PUBLIC_URL that
   * names another machine.
   */
  abstract readonly hasLocalSignIn: boolean;
  /** AUTH_LOCAL as it was set, whether local sign-in exists or not. */
  abstract readonly isLocalSignInAsked: boolean;
  abstract readonly hasDemo: boolean;
  /** Lower case. */
  abstract readonly demoUserEmail: string;
  /** Addresses and networks (CIDR) whose X-Forwarded-For is believed. */
  abstract readonly trustedProxies: readonly string[];
  /** Sign-in attempts one address may make in a minute, and sign-ins of one person. */
  abstract readonly signInLimit: number;
  /** What one person or one address may bring in in a minute. */
  abstract readonly uploadRateLimit: number;
  /** Connections that are held at most. */
  abstract readonly connectionLimit: number;
  abstract readonly logLevel: LogLevel;
}

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
