import type { INestApplication } from '@nestjs/common';
import { SwaggerModule } from '@nestjs/swagger';
import type { Config } from '../config/config.js';
import { openApiDocument } from './document.js';

interface OutgoingRequest {
  headers: Record<string, string>;
}

/** Runs in the browser, as text: it can use nothing of this file. */
const withCsrfToken = (request: OutgoingRequest): OutgoingRequest => {
  const cookies = (globalThis as unknown as { document: { cookie: string } }).document.cookie;
  const token = /(?:^|;\s*)XSRF-TOKEN=([^;]+)/.exec(cookies)?.[1];
  if (token) request.headers['X-XSRF-TOKEN'] = decodeURIComponent(token);
  return request;
};

/** `/api/openapi.json`, and Swagger UI at `/api/docs`, which works with the session of the console. */
export function serveOpenApi(app: INestApplication, { isHttps, publicUrl }: Config): void {
  const document = openApiDocument(app, {
    sessionCookie: isHttps ? '__Host-session' : 'session',
    server: publicUrl ?? '/',
  });
  SwaggerModule.setup('api/docs', app, document, {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Pipeline API',
    swaggerOptions: {
      requestInterceptor: withCsrfToken,
      persistAuthorization: false,
      displayRequestDuration: true,
    },
  });
}
