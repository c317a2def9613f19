import type { Config } from './config/config.js';

type WaysIn = Pick<Config, 'googleClient' | 'allowedDomains' | 'hasLocalSignIn' | 'hasDemo'>;

/** How people get in, for whoever starts the product: one line of the log. */
export function waysIn({ googleClient, allowedDomains, hasLocalSignIn, hasDemo }: WaysIn): string {
  const joining =
    allowedDomains.length > 0 ? ` and those with an address at ${allowedDomains.join(', ')}` : '';
  const ways = [
    ...(googleClient ? [`Google, for people whom a super admin added${joining}`] : []),
    ...(hasLocalSignIn ? ['local sign-in on this machine, without a password'] : []),
    ...(hasDemo ? ['the demo, for everybody'] : []),
  ];
  const without = googleClient ? '' : ' Not with Google: GOOGLE_CLIENT_ID is not set.';
  return `Ways in: ${ways.length > 0 ? ways.join('; ') : 'none'}.${without}`;
}
