import type { OpenAPIObject } from '@nestjs/swagger';
import { mayHaveBody } from './may-have-body.js';
import { ETAG, problemResponse } from './answers.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Responses = Operation['responses'];
type Response = Exclude<NonNullable<Responses[string]>, { $ref: string }>;

/** Name of the security scheme of the CSRF token. */
export const CSRF = 'csrf';

/** Name of the security scheme of a program's token. */
export const BEARER = 'token';

const READS = new Set(['get', 'head']);
/** Statuses that say when to come back. */
const TO_RETRY = new Set(['429', '503']);

/** Statuses of a read that carry an ETag. */
const TAGGED = new Set(['200', '304']);
/** Any route may get an unknown parameter, and find the database away. */
const EVERYWHERE = [400, 503] as const;
/** Of a body that is too large, or of a type that is not read; also where the route asks for none. */
const OF_BODIES = [413, 415] as const;

const RETRY_AFTER = {
  description: 'Seconds after which to try again.',
  schema: { type: 'integer' as const, minimum: 0 },
  example: 5,
};
const IF_NONE_MATCH = {
  name: 'If-None-Match',
  in: 'header' as const,
  required: false,
  description: 'The ETag of an answer that the client has: 304 when it is still right.',
  schema: { type: 'string' as const },
};

/**
 * What follows from the kind of an operation, so that no route has to say it: CSRF token, headers, unknown parameters,
 * bodies that are not read, the database away.
 */
export function completeOperation(method: string, operation: Operation): Operation {
  const needsToken = !READS.has(method) && !asksNobody(operation);
  return { ...withHeaders(method, operation), ...(needsToken ? { security: withCsrf(operation) } : {}) };
}

/** Every write is authorized by the token, beside the session where it needs one; a program by its own token alone. */
const withCsrf = ({ security = [{}] }: Operation) =>
  security.map((scheme) => (BEARER in scheme ? scheme : { ...scheme, [CSRF]: [] }));

/** Routes of `health` ask nobody who they are, and say themselves what they answer without a database. */
const asksNobody = ({ tags }: Operation): boolean => tags?.includes('health') ?? false;

const withUsual = (method: string, operation: Operation): Responses => ({
  ...Object.fromEntries(
    [...(asksNobody(operation) ? [] : EVERYWHERE), ...(mayHaveBody(method) ? OF_BODIES : [])].map(
      (status) => [status, problemResponse(status)],
    ),
  ),
  ...operation.responses,
});

function withHeaders(method: string, operation: Operation): Operation {
  const isRevalidated = '304' in operation.responses;
  const headersOf = (status: string) => ({
    ...(TO_RETRY.has(status) ? { 'Retry-After': RETRY_AFTER } : {}),
    ...(isRevalidated && TAGGED.has(status) ? { ETag: ETAG } : {}),
  });
  const responses = Object.entries(withUsual(method, operation)).map(
    ([status, response]): [string, Response] => {
      const { headers, ...rest } = response as Response;
      return [status, { ...rest, headers: { ...headers, ...headersOf(status) } }];
    },
  );
  const parameters = [...(operation.parameters ?? []), ...(isRevalidated ? [IF_NONE_MATCH] : [])];
  return { ...operation, parameters, responses: Object.fromEntries(responses) };
}
