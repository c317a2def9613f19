/** Where to go after signing in: addresses of this console only, as a crafted link must not lead to another site. */
export function returnAddress(wanted: string | null): string {
  return wanted !== null && /^\/(?!\/)/.test(wanted) ? wanted : '/';
}
