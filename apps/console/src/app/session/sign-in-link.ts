const LINK = /^invitation=([\w-]{43})$/;

/** The token of a sign-in link, which stands behind `#`: browsers send that to no server. Null where there is none. */
export const tokenIn = (fragment: string | null): string | null => LINK.exec(fragment ?? '')?.[1] ?? null;
