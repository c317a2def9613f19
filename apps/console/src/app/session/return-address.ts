const HERE = 'http://here.invalid';

/** A path in the signs of an address. Browsers read a backslash as a slash, and leave tabs and line breaks out. */
const WRITTEN = /^\/(?!\/)[\x21-\x5b\x5d-\x7e]*$/;

/**
 * Where to go after signing in: addresses of pages of this console only, as a crafted link must lead nobody to another
 * site, nor to a route of the API.
 */
export function returnAddress(wanted: string | null): string {
  if (wanted === null || !WRITTEN.test(wanted) || !isReadable(wanted)) return '/';
  const { pathname } = new URL(wanted, HERE);
  return pathname.startsWith('//') || /^\/(?:api|sign-in)(?:\/|$)/i.test(pathname) ? '/' : wanted;
}

/** No router takes half an escaped sign. */
function isReadable(address: string): boolean {
  try {
    return decodeURI(address) !== '';
  } catch {
    return false;
  }
}
