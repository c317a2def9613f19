import type { Server } from 'node:http';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyHttpOptions, FastifyReply, FastifyRequest } from 'fastify';
import { bodyTooLarge } from './body-limits.js';
import { toldTag } from './if-match.js';
import { KeyedAnswer } from './keyed-answer.js';
import { sendKeyed } from './send-keyed.js';
import { answerClientError, refuseUnreadable } from './raw-problem.js';
import { sendProblem, toProblem } from './problem-answer.js';

/** An answer as it is told to who asks, where it is not told to everybody alike. */
export type Telling = (answer: unknown) => unknown;

/** What Fastify refuses before a route of Nest is reached, such as a body that is no JSON. */
const answerProblem = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  sendProblem(bodyTooLarge(error, request) ?? toProblem(error), request, reply);

/**
 * Fastify with problem details from the first route on. Nest sets its own error handler after the routes are made,
 * and a route keeps the handler that it finds: Nest's would never be asked.
 */
export class ProblemAdapter extends FastifyAdapter {
  constructor(options: FastifyHttpOptions<Server>) {
    super({
      ...options,
      // Without a Host, Node would answer by itself, and without a word.
      http: { ...options.http, requireHostHeader: false },
      clientErrorHandler: answerClientError,
      frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply): void =>
        void answerProblem(error, request, reply),
    });
    refuseUnreadable(this.instance.server);
    this.instance.setErrorHandler(answerProblem);
  }

  /**
   * What a handler returns is sent here, in the one place where Nest sends anything. An interceptor could do it as well,
   * but Nest wraps a handler that has one in observables, for each request anew.
   */
  override reply(reply: FastifyReply, body: unknown, status?: number): FastifyReply {
    const { telling } = reply.request as FastifyRequest & { telling?: Telling };
    // Nest waits for whatever this returns.
    if (body instanceof KeyedAnswer)
      return sendKeyed(reply, telling ? body.told(telling) : body) as unknown as FastifyReply;
    if (!telling) return super.reply(reply, body, status);
    const [told, tag] = [telling(body), reply.getHeader('etag')];
    if (typeof tag === 'string') reply.header('etag', toldTag(tag, told));
    return super.reply(reply, told, status);
  }

  override setErrorHandler(): typeof this.instance {
    return this.instance;
  }
}
