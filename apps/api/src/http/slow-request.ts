import type { IncomingMessage, ServerResponse } from 'node:http';
import { requestTimeout } from './problem.js';
import { problemBody } from './problem-answer.js';
import { DATA_HEADERS } from './security-headers.js';

/** Answers 408 past the framework, which waits for the rest of the body, and closes the connection. */
export function refuseSlow(request: IncomingMessage, response: ServerResponse): void {
  const { id = '' } = request as IncomingMessage & { id?: string };
  const problem = requestTimeout('The request came in too slowly. Send it again over a better connection.');
  const body = JSON.stringify(problemBody(problem, id));
  response.writeHead(problem.getStatus(), {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    ...DATA_HEADERS,
    'x-request-id': id,
    connection: 'close',
  });
  // Node forgets a request when it is answered: whoever waits for the rest of it would wait for ever.
  response.end(body, () => {
    request.destroy();
  });
}
