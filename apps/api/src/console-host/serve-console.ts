import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { today } from '@app/domain';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Cookies } from '../auth/cookies.js';
import { SessionsService } from '../auth/sessions.service.js';
import { Config } from '../config/config.js';
import { encodingOf } from '../http/encodings.js';
import { sendProblem, toProblem } from '../http/problem-answer.js';
import { Console } from './console-answer.js';
import { preloadsAt } from './preloads.js';

const NONCE_BYTES = 16;
/** What tells the browser sooner is not waited for: the page comes without a database as well. */
const IN_TIME_MS = 200;

/**
 * Answers every GET that no route of the API answers: the console's files, and its page for each of its addresses.
 * A plain route, because a prefixed controller cannot stand outside of `/api`.
 */
export function serveConsole(app: NestFastifyApplication): void {
  const console = new Console();
  const questions = questionsFor(app);
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const [path = '/', parameters = ''] = request.url.split('?');
    try {
      const nonce = randomBytes(NONCE_BYTES).toString('base64');
      const accepted = encodingOf(request.raw);
      const ifNoneMatch = request.headers['if-none-match'];
      const asked = { accepted, ifNoneMatch, nonce, questions: () => questions(request, path, parameters) };
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

/** What the page of a request is going to ask; null for whom is not known, in time, to be signed in. */
function questionsFor(app: NestFastifyApplication) {
  const [cookies, sessions, { timeZone }] = [app.get(Cookies), app.get(SessionsService), app.get(Config)];
  const isLive = async (request: FastifyRequest) =>
    (await sessions.identify(cookies.sessionToken(request)).catch(() => null)) !== null;
  return async (request: FastifyRequest, path: string, parameters: string) => {
    // Somebody else may be about to sign in there.
    if (path.startsWith('/sign-in')) return null;
    const isSignedIn = await Promise.race([isLive(request), pause(IN_TIME_MS, false, { ref: false })]);
    if (!isSignedIn) return null;
    return preloadsAt(path, new URLSearchParams(parameters), today(Date.now(), timeZone));
  };
}
