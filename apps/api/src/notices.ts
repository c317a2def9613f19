import type { Config } from './config/config.js';

const HERE: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);

/** What is missing where the demo is on. */
export const noDemoUser = (email: string): string =>
  `AUTH_DEMO is set and has no effect yet: there is no user ${email}. A super admin adds it under Users, as a viewer of what the demo may show.`;

/** What whoever starts the product should know about who can reach it, and as whom. */
export function notices(config: Config): string[] {
  const { hasLocalSignIn, isLocalSignInAsked, publicUrl, host } = config;
  const found: string[] = [];
  if (hasLocalSignIn) {
    found.push(
      'Local sign-in is on: whoever uses this machine can be anybody, without a password. Before a proxy passes requests on to this port, set PUBLIC_URL to its address, or NODE_ENV=production.',
    );
  } else if (isLocalSignInAsked) {
    found.push(
      `AUTH_LOCAL is set and has no effect: PUBLIC_URL is ${publicUrl ?? 'not set'}, no loopback address.`,
    );
  }
  if (config.allowedDomains.length > 0 && config.googleClient === null) {
    found.push('AUTH_ALLOWED_DOMAINS is set and has no effect: people cannot sign in with Google.');
  }
  if (publicUrl === null && !HERE.has(host)) {
    found.push(
      `Listening on ${host}, and PUBLIC_URL is not set: only localhost, 127.0.0.1 and [::1] are answered. Set PUBLIC_URL to the address that people open.`,
    );
  }
  // The product itself speaks plain HTTP: something in front ends TLS.
  if (config.isHttps && config.trustedProxies.length === 0) {
    found.push(
      'PUBLIC_URL is https, and TRUSTED_PROXIES is not set: everybody behind the proxy counts as one client, in the log and where sign-ins are limited. Name the proxy there.',
    );
  }
  return found;
}
