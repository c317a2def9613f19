import { hkdfSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EncryptJWT, jwtDecrypt } from 'jose';
import { Config } from '../config/config.js';
import { Installation } from '../database/installation.js';

/** What such a cookie is for, and how many seconds it is good. */
const KINDS = {
  /** A sign-in that was begun and comes back from elsewhere. */
  'sign-in': 600,
  /** Why it was refused, until the sign-in page says so. */
  'sign-in-refusal': 120,
} as const;
type Kind = keyof typeof KINDS;

type Content = Readonly<Record<string, string>>;

const ALGORITHM = 'dir';
const ENCRYPTION = 'A256GCM';

/**
 * Cookies that carry a few words of ours to the next request of the same browser. They are encrypted: whoever holds one
 * can neither read nor change nor make it, and it is good for minutes, whatever the browser does with it.
 */
@Injectable()
export class SealedCookies {
  private readonly prefix: string;
  private readonly shared: { path: string; sameSite: 'lax'; secure: boolean; httpOnly: true };

  constructor(
    { isHttps }: Config,
    private readonly installation: Installation,
  ) {
    this.prefix = isHttps ? '__Host-' : '';
    this.shared = { path: '/', sameSite: 'lax', secure: isHttps, httpOnly: true };
  }

  async give(reply: FastifyReply, kind: Kind, content: Content): Promise<void> {
    this.set(reply, kind, await this.seal(kind, content));
  }

  /** Hands over what was sealed before there was an answer to put it on. */
  set(reply: FastifyReply, kind: Kind, sealed: string): void {
    reply.setCookie(this.prefix + kind, sealed, { ...this.shared, maxAge: KINDS[kind] });
  }

  async seal(kind: Kind, content: Content): Promise<string> {
    const until = Math.floor(Date.now() / 1000) + KINDS[kind];
    return new EncryptJWT({ ...content })
      .setProtectedHeader({ alg: ALGORITHM, enc: ENCRYPTION })
      .setAudience(kind)
      .setExpirationTime(until)
      .encrypt(await this.key());
  }

  /** Null where there is none, where it is too old, and where we did not make it. */
  async read(request: FastifyRequest, kind: Kind): Promise<Content | null> {
    const sealed = request.cookies[this.prefix + kind];
    if (sealed === undefined) return null;
    const key = await this.key();
    const options = {
      audience: kind,
      requiredClaims: ['exp'],
      keyManagementAlgorithms: [ALGORITHM],
      contentEncryptionAlgorithms: [ENCRYPTION],
    };
    const opened = await jwtDecrypt<Content>(sealed, key, options).catch(() => null);
    return opened?.payload ?? null;
  }

  forget(reply: FastifyReply, kind: Kind): void {
    reply.clearCookie(this.prefix + kind, this.shared);
  }

  private async key(): Promise<Uint8Array> {
    const secret = await this.installation.secretKey();
    return new Uint8Array(hkdfSync('sha256', secret, '', 'sealed cookies', 32));
  }
}
