import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import cookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import type { Config } from './config/config.js';
import { serveConsole } from './console-host/serve-console.js';
import { answerInTime } from './http/answer-in-time.js';
import { limitBodies, USUAL_LIMITS } from './http/body-limits.js';
import { useCompression } from './http/compression.js';
import { useConditions } from './http/conditions.js';
import { Connections } from './http/connections.js';
import { Hosts, readWholeAddress } from './http/hosts.js';
import { readJson } from './http/json-body.js';
import { PACE } from './http/pace.js';
import { ProblemAdapter } from './http/problem-adapter.js';
import { refuseOtherHosts } from './http/refuse-hosts.js';
import { refuseWhileStopping } from './http/refuse-while-stopping.js';
import { checkRequests } from './http/request-rules.js';
import { useSecurityHeaders } from './http/security-headers.js';
import { refuseSlow } from './http/slow-request.js';
import { logRequests } from './logging/access-log.js';
import { JsonLogger } from './logging/json-logger.js';
import { giveContext } from './logging/request-context.js';
import { serveOpenApi } from './openapi/swagger.js';
import { readReports } from './page-reports/report-types.js';

/** A connection that has not asked anything by then, or asks header by header, ends. */
const HEADERS_MS = 10_000;
const CHECK_MS = 2_000;

/** The whole API and console, wired up and not yet listening. */
export async function createApp(config: Config): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(config), adapter(config), {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(JsonLogger));
  giveContext(app);
  logRequests(app);
  const hosts = new Hosts(config.publicUrl);
  new Connections(config.connectionLimit, PACE, refuseSlow).watch(app.getHttpServer());
  await app.register(cookie);
  useSecurityHeaders(app, config.isHttps);
  refuseOtherHosts(app, hosts);
  refuseWhileStopping(app);
  checkRequests(app);
  useConditions(app);
  await useCompression(app);
  app.setGlobalPrefix('api');
  limitBodies(app);
  readJson(app);
  // No network lies between the product and its own database, and a machine under load is no reason to give up.
  if (config.mongoUrl !== null) answerInTime(app);
  readReports(app);
  serveOpenApi(app, config);
  serveConsole(app);
  return app;
}

const adapter = ({ trustedProxies }: Config) =>
  new ProblemAdapter({
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    bodyLimit: USUAL_LIMITS.bytes,
    forceCloseConnections: 'idle',
    http: { headersTimeout: HEADERS_MS, connectionsCheckingInterval: CHECK_MS },
    // See `refuseWhileStopping`: probes are answered, and others learn what to do.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 500 },
    genReqId: numbered,
    // Before a route is looked for: nothing later can change the address.
    rewriteUrl: readWholeAddress,
  });

/** The raw request carries the number too, so that log and answer name it alike. */
function numbered(request: IncomingMessage & { id?: string }): string {
  request.id = randomUUID();
  return request.id;
}
