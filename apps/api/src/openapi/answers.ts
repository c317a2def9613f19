import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { titleOf } from './problem-titles.js';

/** Description of a route's good answer. */
export interface AnswerOptions {
  description?: string;
  /** A real-looking answer; shown in the document and in Swagger UI. */
  example?: unknown;
  /** Media type when it is not JSON; `schema` is then left out. */
  mediaType?: string;
  /** True when the answer is a list of the type. */
  isArray?: boolean;
  /** True when the header `ETag` names the revision that a change sends back as `If-Match`. */
  hasRevision?: boolean;
  /** Of a redirection: where it leads, as an example. */
  location?: string;
}

/** The header that names a state of an answer. */
export const ETAG = {
  description: 'Names this state: send it back as If-None-Match or, before a change, as If-Match.',
  schema: { type: 'string' as const },
  example: '"3"',
};

/** Name of the contract type of a route's good answer. */
export const ANSWER_TYPE = 'answer-type';

const reference = (schema: string) => ({ $ref: `#/components/schemas/${schema}` });

/**
 * A good answer of a route: its status and the name of the contract type it has (null for an empty answer).
 *
 * @example `@Answers(200, 'Analytics', { description: 'Every metric of the period.' })`
 */
export function Answers(status: number, schema: string | null, options: AnswerOptions = {}) {
  const { description = 'Done.', example, mediaType = 'application/json' } = options;
  if (schema === null) return ApiResponse({ status, description, ...leadingTo(options.location) });
  const type = options.isArray ? { type: 'array', items: reference(schema) } : reference(schema);
  return applyDecorators(
    SetMetadata(ANSWER_TYPE, schema),
    ApiResponse({
      status,
      description,
      ...(options.hasRevision ? { headers: { ETag: ETAG } } : {}),
      content: { [mediaType]: { schema: type, ...(example === undefined ? {} : { example }) } },
    }),
  );
}

const leadingTo = (example: string | undefined) =>
  example === undefined
    ? {}
    : {
        headers: {
          Location: { description: 'Where to go.', schema: { type: 'string' as const }, example },
        },
      };

/** What a route does, in one sentence (summary) and, where needed, more (Markdown). */
export const Describe = (summary: string, description?: string) => ApiOperation({ summary, description });

/**
 * The JSON body of a route, by the name of its contract type.
 *
 * @param others examples of other shapes that it may have, by name
 */
export const Takes = (schema: string, example?: unknown, others: Readonly<Record<string, unknown>> = {}) =>
  ApiBody({
    required: true,
    schema: reference(schema),
    ...(example === undefined ? {} : { examples: examplesOf({ example, ...others }) }),
  });

const examplesOf = (values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));

/** A route whose answers carry an ETag. */
export const Unchanged = () =>
  Answers(304, null, { description: 'The answer with the ETag of If-None-Match is still right.' });

/** A status with a description of its own, or with the usual one. */
export type DocumentedProblem = ProblemStatus | readonly [ProblemStatus, string];

/** The errors of a route, each as problem details. Rules document theirs by themselves. */
export const Problems = (...problems: DocumentedProblem[]) =>
  applyDecorators(
    ...problems.map((problem) => {
      const [status, description] = typeof problem === 'number' ? [problem, undefined] : problem;
      return ApiResponse({ status, ...problemResponse(status, description) });
    }),
  );

const USUAL = {
  400: 'The request is malformed: `errors` names each faulty field or parameter.',
  401: 'Nobody is signed in, or the session has ended.',
  403: 'The person may not do this, or the CSRF token is missing or stale.',
  404: 'It does not exist, or the person has no access to it.',
  409: 'It contradicts what is there now.',
  412: 'It was changed since the revision of If-Match: `errors` says what, by whom and when.',
  413: 'The body is larger than the route takes.',
  415: 'The body is of a type that the route does not read, not in UTF-8, or compressed.',
  422: 'The request cannot be carried out as it is.',
  429: 'Too many attempts: wait as long as Retry-After says.',
  503: 'The database does not answer: try again as Retry-After says.',
} as const;
export type ProblemStatus = keyof typeof USUAL;

/** An error as problem details, in the usual words unless others are given. */
export const problemResponse = (status: ProblemStatus, description: string = USUAL[status]) => ({
  description,
  content: {
    'application/problem+json': {
      schema: reference('Problem'),
      example: exampleProblem(status, description),
    },
  },
});

const exampleProblem = (status: ProblemStatus, detail: string) => ({
  type: 'about:blank',
  title: titleOf(status),
  status,
  detail,
  errors: [],
  request_id: '0f9c6f0e-6f1b-4d0f-9e55-2f3f0c0a7d11',
});
