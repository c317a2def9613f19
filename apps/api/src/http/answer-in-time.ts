import { RouteConfig, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DatabaseTroubleError } from '../database/trouble.js';
import { sendProblem, toProblem } from './problem-answer.js';

/** Well beyond what a large view takes that is read for the first time. */
const ANSWER_MS = 30_000;

/** Config of a route whose work goes on for as long as it moves, such as one that reads a file from its request. */
export const UNHURRIED = { takesItsTime: true } as const;

/** This route touches whole collections and may take minutes. */
export const Unhurried = () => RouteConfig(UNHURRIED);

/**
 * Answers 503 in place of a route that does not get on. Each command to the database has a limit of its own; but where
 * a socket closes right before it is written to, the driver waits for that write without one.
 *
 * @param milliseconds from the whole request until its answer begins
 */
export function answerInTime(app: NestFastifyApplication, milliseconds = ANSWER_MS): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('preHandler', (request, reply, done) => {
      if (!('takesItsTime' in request.routeOptions.config)) limit(request, reply, milliseconds);
      done();
    });
}

function limit(request: FastifyRequest, reply: FastifyReply, milliseconds: number): void {
  const timer = setTimeout(() => {
    if (!reply.raw.headersSent) void sendProblem(toProblem(late()), request, reply);
  }, milliseconds);
  reply.raw.once('close', () => {
    clearTimeout(timer);
  });
}

const late = () =>
  new DatabaseTroubleError('A request', { kind: 'away', reason: 'the server does not answer in time' }, null);
