import { HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '@app/contracts';
import { type RefusalReason, Refusal } from '../refusals/refusal.js';
import { TooOften } from '../refusals/too-often.js';
import { type Trouble, troubleOf } from '../database/trouble.js';
import { titleOf } from '../openapi/problem-titles.js';
import { DATA_HEADERS } from './security-headers.js';
import {
  badRequest,
  conflict,
  forbidden,
  notFound,
  nothingHere,
  preconditionFailed,
  ProblemException,
  tooLarge,
  tooMany,
  unauthorized,
  unavailable,
  unprocessable,
  unsupportedMedia,
} from './problem.js';

/** Seconds after which it makes sense to ask again when something is away, or busy. */
const RETRY_SECONDS = '5';

/** What the caller learns; why it is so stands in the log, for whoever can do something about it. */
const SAID: Readonly<Record<Trouble['kind'], string>> = {
  away: 'The database does not answer. Try again in a few seconds.',
  refused: 'The database refuses what it was asked. Whoever runs this product finds the reason in its log.',
};

const REFUSALS: Readonly<Record<RefusalReason, typeof badRequest>> = {
  faulty: badRequest,
  unauthenticated: unauthorized,
  forbidden,
  absent: notFound,
  conflict,
  outdated: preconditionFailed,
  too_large: tooLarge,
  wrong_kind: unsupportedMedia,
  not_offered: unprocessable,
  too_many: tooMany,
  unavailable,
};

const OF_WHAT_DOES_NOT_COME = ['content-disposition', 'content-encoding'];

/** Turns whatever was thrown into the refusal that the caller gets to see. */
export function toProblem(error: unknown): ProblemException {
  if (error instanceof ProblemException) return error;
  if (error instanceof Refusal) {
    const headers: Record<string, string> =
      error instanceof TooOften ? { 'retry-after': String(error.seconds) } : {};
    return REFUSALS[error.reason](error.message, { errors: error.errors, headers });
  }
  const trouble = troubleOf(error);
  if (trouble) return unavailable(SAID[trouble.kind], { cause: error, trouble });
  const status = statusOf(error);
  if (status === 404) return nothingHere();
  if (status === 413) return tooLarge('The body of the request is too large.');
  if (status === 400) return badRequest(messageOf(error));
  if (status !== null && status < 500) return new ProblemException(status, messageOf(error));
  return new ProblemException(
    500,
    'Something went wrong on our side. The log names this request by its request_id.',
    {
      cause: error,
    },
  );
}

/** Answers with problem details. What is refused before any hook, such as an address that is no path, has no headers yet. */
export function sendProblem(
  problem: ProblemException,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const status = problem.getStatus();
  if (!reply.hasHeader('x-request-id')) reply.headers({ ...DATA_HEADERS, 'x-request-id': request.id });
  // RFC 9110, 15.5.2. Browsers ask nobody for a password by it.
  const challenge = status === 401 ? { 'www-authenticate': 'Bearer' } : {};
  const retry = status === 503 || status === 429 ? { 'retry-after': RETRY_SECONDS } : {};
  // A file that broke off before its first byte has named and coded what does not come.
  for (const name of OF_WHAT_DOES_NOT_COME) reply.removeHeader(name);
  return reply
    .status(status)
    .headers({ 'cache-control': 'no-store', ...challenge, ...retry, ...problem.extras.headers })
    .type('application/problem+json')
    .send(problemBody(problem, request.id));
}

/** An answer is no echo: what a caller sends by the thousand comes back as a few, and how many more there are. */
const MAX_ERRORS = 20;
const MAX_DETAIL = 2_000;
const MAX_MESSAGE = 500;
const MAX_FIELD = 100;

/** The body of a refusal: RFC 9457 problem details. */
export function problemBody(problem: ProblemException, requestId: string): Problem {
  const status = problem.getStatus();
  const errors = problem.extras.errors ?? [];
  const more = errors.length - MAX_ERRORS;
  const detail = shortened(problem.detail, MAX_DETAIL);
  return {
    type: problem.extras.type ?? 'about:blank',
    title: titleOf(status),
    status,
    detail: more > 0 ? `${detail} There are ${more} more faults than are named in errors.` : detail,
    errors: errors.slice(0, MAX_ERRORS).map(({ field, message }) => ({
      field: shortened(field, MAX_FIELD),
      message: shortened(message, MAX_MESSAGE),
    })),
    request_id: requestId,
  };
}

const shortened = (text: string, max: number): string =>
  text.length <= max ? text : `${text.slice(0, max - 1)}…`;

/** Status of an error of Nest or Fastify; null of any other, which the caller learns nothing about. */
function statusOf(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus();
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  const isFastify = typeof code === 'string' && code.startsWith('FST_');
  return isFastify && typeof statusCode === 'number' ? statusCode : null;
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : 'The request is malformed.';
