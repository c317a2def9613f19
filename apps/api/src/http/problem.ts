import { HttpException } from '@nestjs/common';
import type { ProblemField } from '@app/contracts';
import type { Trouble } from '../database/trouble.js';

/**
 * The one way to refuse a request: becomes RFC 9457 problem details.
 * `detail` says what was wrong, where, and what to do: people read it.
 */
export class ProblemException extends HttpException {
  constructor(
    status: number,
    readonly detail: string,
    readonly extras: ProblemOptions = {},
  ) {
    super(detail, status);
    this.name = 'ProblemException';
  }
}

export interface ProblemOptions {
  /** Stable identifier of the kind of problem; `about:blank` without one. */
  type?: string;
  /** One entry a faulty field, parameter or header. */
  errors?: ProblemField[];
  /** Headers of the answer, such as Retry-After. */
  headers?: Record<string, string>;
  cause?: unknown;
  /** Of the database: its reason is what the log tells. */
  trouble?: Trouble;
}

const refusal = (status: number) => (detail: string, options?: ProblemOptions) =>
  new ProblemException(status, detail, options);

export const badRequest = refusal(400);
export const unauthorized = refusal(401);
export const forbidden = refusal(403);
export const notFound = refusal(404);
export const methodNotAllowed = refusal(405);
export const notAcceptable = refusal(406);
export const requestTimeout = refusal(408);
export const conflict = refusal(409);
export const preconditionFailed = refusal(412);
export const tooLarge = refusal(413);
export const uriTooLong = refusal(414);
export const unsupportedMedia = refusal(415);
export const misdirected = refusal(421);
export const unprocessable = refusal(422);
export const tooMany = refusal(429);
export const unavailable = refusal(503);

/** For an address that no route has. */
export const nothingHere = (): ProblemException =>
  notFound('There is nothing here. /api/docs lists every route.');

/** A 400 that names one field. */
export const badField = (field: string, message: string): ProblemException =>
  badRequest(message, { errors: [{ field, message }] });
