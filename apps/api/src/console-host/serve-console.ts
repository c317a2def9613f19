import { randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Cookies } from '../auth/cookies.js';
import { encodingOf } from '../http/encodings.js';
import { sendProblem, toProblem } from '../http/problem-answer.js';
import { Console } from './console-answer.js';

const NONCE_BYTES = 16;

/**
 * Answers every GET that no route of the API answers: the console's files, and its page for each of its addresses.
 * A plain route, because a prefixed controller cannot stand outside of `/api`.
 */
export function serveConsole(app: NestFastifyApplication): void {
  const console = new Console();
  const cookies = app.get(Cookies);
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const [path = '/'] = request.url.split('?');
    try {
      const nonce = randomBytes(NONCE_BYTES).toString('base64');
      const accepted = encodingOf(request.raw);
      const ifNoneMatch = request.headers['if-none-match'];
      const isSignedIn = cookies.sessionToken(request) !== undefined;
      const asked = { accepted, ifNoneMatch, nonce, isSignedIn };
      const { status, headers, body } = await console.answer(path, asked);
      return await reply
        .status(status)
        .headers(headers)
        .send(body ?? undefined);
    } catch (error) {
      return sendProblem(toProblem(error), request, reply);
    }
  };
  app.getHttpAdapter().getInstance().get('/*', answer);
}
