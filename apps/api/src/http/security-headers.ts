import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import helmet from '@fastify/helmet';

const DOCS = '/api/docs';

/** Security headers of an answer that is written before the framework is asked: it shows and loads nothing. */
export const BARE_HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/**
 * Security headers on every answer. Only the console's page carries a nonce, made anew each time; only Swagger UI may
 * use inline styles. Nothing is loaded from elsewhere.
 */
export async function useSecurityHeaders(app: NestFastifyApplication, isHttps: boolean): Promise<void> {
  await app.register(helmet, {
    global: true,
    contentSecurityPolicy: false,
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000 } : false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      const [path = ''] = request.url.split('?');
      const isDocs = path === DOCS || path.startsWith(`${DOCS}/`);
      void reply.header(
        'content-security-policy',
        contentPolicy(isDocs ? "'self' 'unsafe-inline'" : "'self'"),
      );
      if (path.startsWith('/api/')) void reply.header('cache-control', 'no-store');
      void reply.header('x-request-id', request.id);
      done();
    });
}

/** The policy of the console's page: styles and scripts of this answer carry its nonce. */
export const pagePolicy = (nonce: string): string =>
  contentPolicy(`'self' 'nonce-${nonce}'`, `'self' 'nonce-${nonce}'`);

function contentPolicy(styles: string, scripts = "'self'"): string {
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    `style-src ${styles}`,
    "img-src 'self' data: https://*.googleusercontent.com",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}
