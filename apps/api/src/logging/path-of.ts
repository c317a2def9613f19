import type { IncomingMessage } from 'node:http';

/** A query begins at either for the router. */
const QUERY = /[?#]/;

/** Path of a request, without the query. */
export function pathOf({ url = '' }: IncomingMessage): string {
  const query = url.search(QUERY);
  return query < 0 ? url : url.slice(0, query);
}
