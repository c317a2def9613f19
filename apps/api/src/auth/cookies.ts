import type { CookieSerializeOptions } from '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../config/config.js';
import { Installation } from '../database/installation.js';
import { type CsrfBinding, isCsrfToken, makeCsrfToken } from './csrf.js';
import type { OpenedSession } from './sessions.service.js';

const CSRF_COOKIE = 'XSRF-TOKEN';
const CSRF_HEADER = 'x-xsrf-token';

/** The two cookies: the session's, which scripts cannot read, and the CSRF token's, which they hand back. */
@Injectable()
export class Cookies {
  /** `__Host-` needs https: browsers then refuse a cookie that another host or path planted. */
  private readonly sessionCookie: string;
  private readonly shared: CookieSerializeOptions;

  constructor(
    config: Config,
    private readonly installation: Installation,
  ) {
    this.sessionCookie = config.isHttps ? '__Host-session' : 'session';
    this.shared = { path: '/', sameSite: 'lax', secure: config.isHttps };
  }

  sessionToken(request: FastifyRequest): string | undefined {
    return request.cookies[this.sessionCookie];
  }

  /** Hands the browser its session, and a CSRF token that is bound to it. */
  async giveSession(reply: FastifyReply, { token, session }: OpenedSession): Promise<string> {
    reply.setCookie(this.sessionCookie, token, {
      ...this.shared,
      httpOnly: true,
      expires: session.expiresAt,
    });
    return this.giveCsrf(reply, session);
  }

  async takeSession(reply: FastifyReply): Promise<void> {
    reply.clearCookie(this.sessionCookie, { ...this.shared, httpOnly: true });
    await this.giveCsrf(reply, null);
  }

  async giveCsrf(reply: FastifyReply, binding: CsrfBinding): Promise<string> {
    const token = makeCsrfToken(await this.installation.secretKey(), binding);
    reply.setCookie(CSRF_COOKIE, token, this.shared);
    return token;
  }

  async hasCsrf(request: FastifyRequest, binding: CsrfBinding): Promise<boolean> {
    const header = request.headers[CSRF_HEADER];
    return isCsrfToken(await this.installation.secretKey(), binding, {
      header: typeof header === 'string' ? header : undefined,
      cookie: request.cookies[CSRF_COOKIE],
    });
  }
}
