import type { Config } from './config/config.js';

type WaysIn = Pick<Config, 'googleClient' | 'allowedDomains' | 'hasLocalSignIn' | 'hasDemo'>;

/** How people get in, for whoever starts the product: one line of the log. */
export function waysIn({ googleClient, allowedDomains, hasLocalSignIn, hasDemo }: WaysIn): string {
  const joining =
    allowedDomains.length > 0 ? ` and those with an address at ${allowedDomains.join(', ')}` : '';
  const ways = [
    ...(googleClient ? [`Google, for people whom a super admin added${joining}`] : []),
    'sign-in links, which super admins and `npm run invite` make',
    ...(hasLocalSignIn ? ['local sign-in on this machine, without a password'] : []),
    ...(hasDemo ? ['the demo, for everybody while its user is there'] : []),
  ];
  const without = googleClient ? '' : ' Not with Google: GOOGLE_CLIENT_ID is not set.';
  return `Ways in: ${ways.join('; ')}.${without}`;
}

/** What to do where no super admin has come in yet. In the container there is no npm. */
export const firstWayIn = (email: string | null): string =>
  `No super admin has signed in yet. A link for the first one, good once: npm run invite -- ${email ?? 'you@example.com'}, or in the container: node apps/api/dist/invite.js ${email ?? 'you@example.com'}`;
