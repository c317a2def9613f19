/** Headers by which a browser says where a request comes from. */
export interface OriginHeaders {
  'sec-fetch-site'?: string;
  origin?: string;
  host?: string;
}

/** Browsers name the relation themselves; `none` is a person typing an address. */
const OWN_SITE: ReadonlySet<string> = new Set(['same-origin', 'none']);

/**
 * Whether a write may come from where the browser says it comes from. Clients that are no browsers send neither
 * header; they are not refused here.
 */
export function isFromHere(headers: OriginHeaders, publicUrl: string | null): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && !OWN_SITE.has(site)) return false;
  const { origin } = headers;
  return origin === undefined || origin === publicUrl || hostOf(origin) === headers.host?.toLowerCase();
}

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);
