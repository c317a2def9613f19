import type { FastifyReply } from 'fastify';
import { encodingOf } from './encodings.js';
import type { AnswerBody, KeyedAnswer } from './keyed-answer.js';
import { hasAnything, knownTag, tagOf, tagsOf } from './tags.js';

/** Sends an answer, or says that the client has it. Each encoding has an ETag of its own. */
export async function sendKeyed(reply: FastifyReply, answer: KeyedAnswer<unknown>): Promise<void> {
  void reply.headers({ 'cache-control': 'private, no-cache', vary: 'Accept-Encoding' });
  const ifNoneMatch = reply.request.headers['if-none-match'];
  const known = ifNoneMatch === undefined ? null : knownTag(ifNoneMatch, tagsOf(answer.key));
  if (known !== null) await reply.status(304).header('etag', known).send();
  else await sendBody(reply, answer, await answer.body());
}

async function sendBody(reply: FastifyReply, answer: KeyedAnswer<unknown>, body: AnswerBody): Promise<void> {
  const { headers, raw } = reply.request;
  const encoding = body.encodingFor(encodingOf(raw));
  const bytes = await body.in(encoding);
  void reply.header('etag', tagOf(answer.key, encoding));
  if (hasAnything(headers['if-none-match'])) {
    await reply.status(304).send();
    return;
  }
  const cost = body.takeCost();
  if (cost !== null) void reply.header('server-timing', `compute;dur=${cost.toFixed(1)}`);
  if (encoding !== 'identity') void reply.header('content-encoding', encoding);
  await reply.type('application/json; charset=utf-8').send(bytes);
}
