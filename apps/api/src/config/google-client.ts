import { isFQDN } from 'class-validator';
import { ConfigError } from './config-error.js';
import type { GoogleClient } from './config.js';
import { isLoopbackAddress } from './loopback.js';

type Refuse = (expected: string) => never;

interface Asked {
  readonly id: string | null;
  readonly secret: string | null;
  readonly publicUrl: string | null;
}

/**
 * The client that people sign in with; null where none is set.
 *
 * @throws ConfigError where a part is missing, or Google would send nobody back to the address
 */
export function googleClient({ id, secret, publicUrl }: Asked): GoogleClient | null {
  if (id === null && secret === null) return null;
  if (id === null) throw new ConfigError('GOOGLE_CLIENT_ID', '', 'GOOGLE_CLIENT_SECRET is set and needs it.');
  if (secret === null)
    throw new ConfigError('GOOGLE_CLIENT_SECRET', '', 'GOOGLE_CLIENT_ID is set and needs it.');
  if (publicUrl === null)
    throw new ConfigError('PUBLIC_URL', '', 'sign-in with Google needs it, to send people back.');
  if (!publicUrl.startsWith('https:') && !isLoopbackAddress(publicUrl))
    throw new ConfigError(
      'PUBLIC_URL',
      publicUrl,
      'Google sends people back to https only, or to localhost.',
    );
  return { id, secret };
}

const CLIENT_ID = /^[\w-]{1,200}\.apps\.googleusercontent\.com$/;

export const clientId = (value: string, refuse: Refuse): string =>
  CLIENT_ID.test(value)
    ? value
    : refuse('it must be the ID of an OAuth client, which ends in .apps.googleusercontent.com.');

export const clientSecret = (value: string, refuse: Refuse): string =>
  /^[\x21-\x7e]{8,200}$/.test(value)
    ? value
    : refuse('it must be the secret of an OAuth client, without blanks.');

/** Here anybody gets an address. */
const OPEN_TO_ALL: ReadonlySet<string> = new Set(['gmail.com', 'googlemail.com']);

/** Domains, separated by commas or blanks. */
export function allowedDomains(value: string, refuse: Refuse): readonly string[] {
  const domains = value
    .toLowerCase()
    .split(/[\s,;]+/)
    .map((domain) => domain.replace(/^@/, ''))
    .filter((domain) => domain !== '');
  const faulty = domains.find((domain) => !isFQDN(domain));
  if (faulty !== undefined) return refuse(`${faulty} is no domain: write example.com, example.org.`);
  const open = domains.find((domain) => OPEN_TO_ALL.has(domain));
  if (open !== undefined) return refuse(`anybody gets an address at ${open}: everybody could sign up.`);
  return [...new Set(domains)];
}
