import type { IncomingMessage, RequestOptions } from 'node:http';
import https from 'node:https';
import { once } from 'node:events';
import { ledAstray, notShared, offline } from './fetch-fault.js';
import { publicLookup } from './public-lookup.js';

/** A request to Google. */
export interface GoogleRequest {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
}

/** Hosts that sheets come from, and the one that hands out the keys of a service account. */
const SHEETS = 'docs.google.com';
const CONTENT = '.googleusercontent.com';
export const TOKENS = 'oauth2.googleapis.com';
const SIGN_IN = 'accounts.google.com';
const MOST_HOPS = 5;
/** Nothing came for so long. */
const SILENT_MS = 30_000;

/** Whether a request may go to an address. */
function isGoogles({ protocol, hostname, port, username, password }: URL): boolean {
  const isHost = hostname === SHEETS || hostname === TOKENS || hostname.endsWith(CONTENT);
  return protocol === 'https:' && isHost && port === '' && username === '' && password === '';
}

/**
 * Follows an address to what Google answers, hop by hop, each checked before it is asked: https, Google's hosts, and
 * addresses of the public internet. A key goes to the first host alone.
 *
 * @param account address of the service account that asks; null without one
 * @throws FetchFault when the way leads to the sign-in, away from Google, or nowhere
 */
export async function askGoogle(
  start: URL,
  request: GoogleRequest,
  account: string | null,
): Promise<IncomingMessage> {
  let url = start;
  for (let hop = 0; hop <= MOST_HOPS; hop++) {
    if (url.hostname === SIGN_IN) throw notShared(account);
    if (!isGoogles(url)) throw ledAstray();
    const isOwn = url.hostname === start.hostname;
    const answer = await send(url, isOwn ? request : { ...request, headers: {} });
    const to = locationOf(answer, url);
    if (to === null) return answer;
    answer.destroy();
    url = to;
  }
  throw ledAstray();
}

async function send(url: URL, { method = 'GET', headers = {}, body, signal }: GoogleRequest) {
  const options: RequestOptions = {
    method,
    headers: { 'accept-encoding': 'identity', ...headers },
    signal,
    timeout: SILENT_MS,
    lookup: publicLookup(),
    agent: new https.Agent({ keepAlive: false }),
  };
  const request = https.request(url, options);
  // Whoever reads the answer is told by it; here nobody waits for a request that was answered.
  request.on('error', () => undefined);
  request.on('timeout', () => request.destroy(new Error('nothing came for too long')));
  request.end(body);
  try {
    const [answer] = (await once(request, 'response')) as [IncomingMessage];
    return answer;
  } catch (error) {
    signal.throwIfAborted();
    throw offline(error);
  }
}

function locationOf({ statusCode = 0, headers }: IncomingMessage, from: URL): URL | null {
  if (![301, 302, 303, 307, 308].includes(statusCode)) return null;
  const { location } = headers;
  if (location === undefined || !URL.canParse(location, from.href)) throw ledAstray();
  return new URL(location, from);
}
