const LONGEST = 1_500;
const HERE = 'http://here.invalid';

/**
 * Where a sign-in leads back to: a path of the console on this very origin, else its start. A crafted link must lead
 * nobody to another site, nor to a route of the API.
 */
export function returnAddress(wanted: string | null): string {
  if (wanted === null || wanted.length > LONGEST || !/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted)) return '/';
  if (wanted.includes('\\') || !URL.canParse(wanted, HERE)) return '/';
  const { origin, pathname, search, hash } = new URL(wanted, HERE);
  const isOurs =
    origin === HERE && !pathname.startsWith('//') && !/^\/(?:api|sign-in)(?:\/|$)/i.test(pathname);
  return isOurs ? `${pathname}${search}${hash}` : '/';
}
