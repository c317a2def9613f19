import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify';
import { bodyTooLarge } from './body-limits.js';
import { sendProblem, toProblem } from './problem-answer.js';

/** What Fastify refuses before a route of Nest is reached: an unreadable address, a body that is no JSON. */
export const answerProblem = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  sendProblem(bodyTooLarge(error, request) ?? toProblem(error), request, reply);

/**
 * Fastify with problem details from the first route on. Nest sets its own error handler after the routes are made,
 * and a route keeps the handler that it finds: Nest's would never be asked.
 */
export class ProblemAdapter extends FastifyAdapter {
  constructor(options: FastifyServerOptions) {
    super(options);
    this.instance.setErrorHandler(answerProblem);
  }

  override setErrorHandler(): typeof this.instance {
    return this.instance;
  }
}
