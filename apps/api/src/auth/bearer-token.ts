const BEARER = /^bearer(?: +(.*))?$/i;

/**
 * What stands behind `Bearer` in the header Authorization; null where it has none, or is of another scheme, which a proxy
 * in front may ask for.
 */
export function bearerToken(authorization: string | undefined): string | null {
  const found = authorization === undefined ? null : BEARER.exec(authorization);
  return found && (found[1]?.trim() ?? '');
}
