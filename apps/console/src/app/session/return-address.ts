/** Where to go after signing in: addresses of this console only, as a crafted link must not lead to another site. */
export function returnAddress(wanted: string | null): string {
  return wanted !== null && /^\/(?!\/)/.test(wanted) && isReadable(wanted) ? wanted : '/';
}

/** No router takes half an escaped sign. */
function isReadable(address: string): boolean {
  try {
    return decodeURI(address) !== '';
  } catch {
    return false;
  }
}
