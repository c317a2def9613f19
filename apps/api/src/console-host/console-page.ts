/** Puts the nonce of one answer into the console's page: Angular and its own tags read it from there. */
export function withNonce(html: string, nonce: string): string {
  return html
    .replace(/(<app-root\b)(?![^>]*\bngCspNonce=)/, `$1 ngCspNonce="${nonce}"`)
    .replace(/ngCspNonce="[^"]*"/g, `ngCspNonce="${nonce}"`)
    .replace(/<(script|style)\b(?![^>]*\bnonce=)/g, `<$1 nonce="${nonce}"`);
}
