import { randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem, toProblem } from '../http/problem-answer.js';
import { Console } from './console-answer.js';

const NONCE_BYTES = 16;

/**
 * Answers every GET that no route of the API answers: the console's files, and its page for each of its addresses.
 * A plain route, because a prefixed controller cannot stand outside of `/api`.
 */
export function serveConsole(app: NestFastifyApplication): void {
  const console = new Console();
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const [path = '/'] = request.url.split('?');
    try {
      const nonce = randomBytes(NONCE_BYTES).toString('base64');
      const { headers, body } = await console.answer(path, request.headers, nonce);
      return await reply.headers(headers).send(body);
    } catch (error) {
      return sendProblem(toProblem(error), request, reply);
    }
  };
  app.getHttpAdapter().getInstance().get('/*', answer);
}
