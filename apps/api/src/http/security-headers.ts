import type { IncomingMessage, ServerResponse } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import helmet from 'helmet';
import { pathOf } from '../logging/path-of.js';

/** Swagger UI: its styles are inline and its markup comes as text, so it gets neither strict styles nor trusted types. */
const DOCS = '/api/docs';
const API = '/api';

/**
 * Security headers of data and problems: they show and load nothing, so what a page may do is not spelled out with each
 * of them. Those that OWASP's REST Security Cheat Sheet names.
 */
export const DATA_HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};
const HSTS = 'strict-transport-security';

/**
 * Security headers on every answer. Only the console's page carries a nonce, made anew each time; only Swagger UI may
 * use inline styles. Nothing is loaded from elsewhere.
 */
export function useSecurityHeaders(app: NestFastifyApplication, isHttps: boolean): void {
  const page = pageHeaders(isHttps);
  const transport = page[HSTS];
  const api = transport === undefined ? DATA_HEADERS : { ...DATA_HEADERS, [HSTS]: transport };
  const docs = { ...page, 'cache-control': 'no-store', 'content-security-policy': DOCS_POLICY };
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      const path = placeOf(request);
      const isDocs = path === DOCS || path.startsWith(`${DOCS}/`);
      void reply.headers(isDocs ? docs : path === API || path.startsWith(`${API}/`) ? api : page);
      void reply.header('x-request-id', request.id);
      done();
    });
}

/** Its path; one with escapes may spell a route otherwise, so that the route itself is asked. */
function placeOf(request: FastifyRequest): string {
  const path = pathOf(request.raw);
  return path.includes('%') ? (request.routeOptions.url ?? path) : path;
}

/** Put together once: they are the same for each answer. */
function pageHeaders(isHttps: boolean): Record<string, string> {
  const headers: Record<string, string> = {};
  const response = {
    setHeader: (name: string, value: string) => (headers[name.toLowerCase()] = value),
    removeHeader: () => undefined,
  } as unknown as ServerResponse;
  const setHeaders = helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000 } : false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
  setHeaders({} as IncomingMessage, response, () => undefined);
  return {
    ...headers,
    'content-security-policy': USUAL_POLICY,
    'permissions-policy': PERMISSIONS,
    'reporting-endpoints': `${REPORTS}="/api/csp-reports"`,
  };
}

/** The policy of the console's page: styles and scripts of this answer carry its nonce. */
export const pagePolicy = (nonce: string): string =>
  [...contentPolicy(`'self' 'nonce-${nonce}'`, `'self' 'nonce-${nonce}'`), ...TRUSTED_TYPES].join('; ');

/** Where browsers report what they refused: by its new name, and by its address for those that know only that. */
const REPORTS = 'csp';

/**
 * Text becomes markup or code only through the policy of Angular, which makes it of templates alone. A policy for what
 * it should pass unchecked (`angular#unsafe-bypass`) is not among them.
 */
const TRUSTED_TYPES = ["require-trusted-types-for 'script'", 'trusted-types angular'];

/** What a page may do beside showing itself: nothing but to put a link into the clipboard. */
const PERMISSIONS = [
  'accelerometer',
  'autoplay',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'window-management',
  'xr-spatial-tracking',
]
  .map((feature) => `${feature}=()`)
  .concat('clipboard-write=(self)')
  .join(', ');

function contentPolicy(styles: string, scripts = "'self'"): string[] {
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
    `report-to ${REPORTS}`,
    'report-uri /api/csp-reports',
  ];
}

const USUAL_POLICY = [...contentPolicy("'self'"), ...TRUSTED_TYPES].join('; ');

/** Swagger UI writes its descriptions as strings of markup and knows no policy for them. */
const DOCS_POLICY = contentPolicy("'self' 'unsafe-inline'").join('; ');
