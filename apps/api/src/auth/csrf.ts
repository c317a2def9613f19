import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a token is bound to: a session, or nobody's. */
export type CsrfBinding = { tokenHash: string } | null;

const NONCE_BYTES = 16;

/** `<nonce>.<HMAC of nonce and session>`: valid in that session alone, and made without storing anything. */
export function makeCsrfToken(secret: Buffer, binding: CsrfBinding): string {
  const nonce = randomBytes(NONCE_BYTES).toString('base64url');
  return `${nonce}.${signature(secret, nonce, binding)}`;
}

/** Double submit: header and cookie are the same token, and we made it for this very session. */
export function isCsrfToken(
  secret: Buffer,
  binding: CsrfBinding,
  { header, cookie }: { header: string | undefined; cookie: string | undefined },
): boolean {
  if (!header || !cookie || !equal(header, cookie)) return false;
  const [nonce = '', signed = ''] = header.split('.');
  return equal(signed, signature(secret, nonce, binding));
}

const signature = (secret: Buffer, nonce: string, binding: CsrfBinding): string =>
  createHmac('sha256', secret)
    .update(`csrf\0${binding?.tokenHash ?? 'nobody'}\0${nonce}`)
    .digest('base64url');

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
