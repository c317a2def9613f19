import { type NestFastifyApplication, RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyRequest } from 'fastify';
import { type BodyShape, faultOfShape } from './body-shape.js';
import { badRequest, type ProblemException, tooLarge } from './problem.js';

/** What the body of a route may be at most. */
export interface BodyLimits extends BodyShape {
  readonly bytes: number;
}

const KIB = 1_024;

/** More than any form of the console sends; a route that needs more, or far less, says so. */
export const USUAL_LIMITS: BodyLimits = { bytes: 64 * KIB, keys: 100, levels: 10, values: 1_000 };

/**
 * The body of this route may be larger or smaller than is usual.
 *
 * @example `@BodyOf({ bytes: 1_024 })`
 */
export const BodyOf = (limits: Partial<BodyLimits>) =>
  RouteConfig({ bodyLimits: { ...USUAL_LIMITS, ...limits } });

/** Refuses bodies that are too much for their route before anything looks into them. */
export function limitBodies(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onRoute', (route) => {
    route.bodyLimit = limitsOf(route.config).bytes;
  });
  server.addHook('preValidation', (request, _, done) => {
    const { body } = request;
    const fault = body === undefined ? null : faultOfShape(body, limitsOf(request.routeOptions.config));
    if (fault === null) done();
    else done(badRequest(fault));
  });
}

/** A body over the limit of its route, in words; null for any other error. */
export function bodyTooLarge(error: unknown, { routeOptions }: FastifyRequest): ProblemException | null {
  if ((error as Partial<FastifyError>).code !== 'FST_ERR_CTP_BODY_TOO_LARGE') return null;
  return tooLarge(`The body is larger than ${routeOptions.bodyLimit} bytes, the most that this route takes.`);
}

const limitsOf = (config: object | undefined): BodyLimits =>
  (config as { bodyLimits?: BodyLimits } | undefined)?.bodyLimits ?? USUAL_LIMITS;
