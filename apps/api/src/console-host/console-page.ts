/** What the build writes where a nonce belongs: see `ngCspNonce` in the console's index.html. */
const PLACEHOLDER = /CSP_NONCE/g;

/** Puts the nonce of one answer into the console's page: Angular and the page's own tags read it from there. */
export const withNonce = (html: string, nonce: string): string => html.replace(PLACEHOLDER, nonce);
