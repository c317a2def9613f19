import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import https from 'node:https';

/** What is asked of Google behind the back of the browser. */
export interface Exchange {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Nothing came for so long. */
const SILENT_MS = 4_000;
/** However much comes, a person waits for it. */
const WHOLE_MS = 15_000;
/** A token or a profile has a few thousand characters. */
const LONGEST = 64 * 1024;

/**
 * One request to Google and its whole answer. Redirects are not followed: these routes have none, and the secret of the
 * client goes to Google alone.
 *
 * @throws Error when Google is not reached, takes too long or says too much
 */
export async function exchange({
  url,
  method,
  headers,
  body,
}: Exchange): Promise<{ status: number; text: string }> {
  const request = https.request(url, {
    method,
    headers,
    signal: AbortSignal.timeout(WHOLE_MS),
    timeout: SILENT_MS,
    agent: new https.Agent({ keepAlive: false }),
  });
  // Whoever reads the answer is told by it; here nobody waits for a request that was answered.
  request.on('error', () => undefined);
  request.on('timeout', () => request.destroy(new Error('nothing came for too long')));
  request.end(body);
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  return { status: answer.statusCode ?? 0, text: await wholeText(answer) };
}

async function wholeText(answer: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of answer.setEncoding('utf8')) {
    text += String(part);
    if (text.length > LONGEST) throw new Error('the answer is too long');
  }
  return text;
}
