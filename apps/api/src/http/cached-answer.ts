import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type AcceptedEncoding, type Encoding, encodingOf } from './encodings.js';
import { entityTags } from './entity-tags.js';

const COMPRESS_FROM = 1024;
/** Half the size of what gzip makes would cost ten times its time. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

const compressors = {
  br: (body: Buffer): Promise<Buffer> => promisify(brotliCompress)(body, BROTLI),
  gzip: (body: Buffer): Promise<Buffer> => promisify(gzip)(body),
  identity: (body: Buffer): Promise<Buffer> => Promise.resolve(body),
};

/** Text that identifies an answer: whatever the answer depends on must be in the parts. */
export const answerKey = (...parts: unknown[]): string =>
  hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 27);

/** An answer that is the same as long as its key is; the body is made when somebody lacks it. */
export interface KeyedAnswer {
  readonly key: string;
  readonly body: () => Promise<AnswerBody>;
}

/** A JSON answer with its compressed forms, each made once. */
export class AnswerBody {
  private readonly encoded = new Map<Encoding, Promise<Buffer>>();
  private readonly plain: Buffer;

  /** @param cost milliseconds that making the value took */
  constructor(
    value: unknown,
    private cost: number | null = null,
  ) {
    this.plain = Buffer.from(JSON.stringify(value));
  }

  /** Milliseconds that making it took, told once: to who waited for it. */
  takeCost(): number | null {
    const { cost } = this;
    this.cost = null;
    return cost;
  }

  /** Bytes without compression: what memory is counted by. */
  get size(): number {
    return this.plain.length;
  }

  encodingFor({ best, takesPlain }: AcceptedEncoding): Encoding {
    return this.size < COMPRESS_FROM && takesPlain ? 'identity' : best;
  }

  in(encoding: Encoding): Promise<Buffer> {
    const known = this.encoded.get(encoding) ?? compressors[encoding](this.plain);
    this.encoded.set(encoding, known);
    return known;
  }
}

/** Sends an answer, or says that the client has it. Each encoding has an ETag of its own. */
export async function sendKeyed(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: KeyedAnswer,
): Promise<void> {
  reply.header('Cache-Control', 'private, no-cache').header('Vary', 'Accept-Encoding');
  const asked = request.headers['if-none-match'];
  const known = knownTag(
    asked,
    ENCODED.map((encoding) => tagOf(answer.key, encoding)),
  );
  if (known !== null) {
    await reply.status(304).header('ETag', known).send();
    return;
  }
  const body = await answer.body();
  const encoding = body.encodingFor(encodingOf(request.raw));
  if (hasAnything(asked)) {
    await reply.status(304).header('ETag', tagOf(answer.key, encoding)).send();
    return;
  }
  const bytes = await body.in(encoding);
  const cost = body.takeCost();
  if (cost !== null) reply.header('Server-Timing', `compute;dur=${cost.toFixed(1)}`);
  if (encoding !== 'identity') reply.header('Content-Encoding', encoding);
  reply.header('ETag', tagOf(answer.key, encoding)).type('application/json; charset=utf-8');
  await reply.send(bytes);
}

/** Every form that an answer may have been sent in. */
export const ENCODED: readonly Encoding[] = ['identity', 'gzip', 'br'];

/** Each encoding of an answer has a tag of its own. */
export const tagOf = (key: string, encoding: Encoding): string =>
  encoding === 'identity' ? `"${key}"` : `"${key}-${encoding}"`;

/**
 * The tag under which the client has this very answer; whatever it is encoded in, it is the same answer. Comparison is
 * weak (RFC 9110, 13.1.2).
 */
export function knownTag(header: string | undefined, ours: readonly string[]): string | null {
  const tags = entityTags(header ?? '') ?? [];
  return tags === '*' ? null : (ours.find((own) => tags.some(({ opaque }) => own === `"${opaque}"`)) ?? null);
}

/** `If-None-Match: *`: the client wants nothing when there is anything. */
export const hasAnything = (header: string | undefined): boolean => entityTags(header ?? '') === '*';
