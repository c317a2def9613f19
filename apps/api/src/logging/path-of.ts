import type { IncomingMessage } from 'node:http';

/** Path of a request, without the query. */
export function pathOf(request: IncomingMessage & { originalUrl?: string }): string {
  const [path = ''] = (request.originalUrl ?? request.url ?? '').split('?');
  return path;
}
