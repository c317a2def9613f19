import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { AcceptedEncoding, Encoding } from './encodings.js';

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

/**
 * What a handler returns whose answer is the same as long as its key is: the key becomes the ETag, and the body is made
 * when somebody lacks it. See `sendKeyed`.
 */
export class KeyedAnswer<Answer> {
  /** What the body is the JSON of: for the compiler alone. */
  declare readonly answer?: Answer;

  /** @param currentKey may change while the body is made: when the data does */
  constructor(
    private readonly currentKey: () => string,
    readonly body: () => Promise<AnswerBody>,
  ) {}

  get key(): string {
    return this.currentKey();
  }

  /** The same as it is told to others: another answer, with another key. */
  told(telling: (answer: unknown) => unknown): KeyedAnswer<Answer> {
    return new KeyedAnswer(
      () => answerKey(this.key, 'told'),
      async () => new AnswerBody(telling((await this.body()).value)),
    );
  }
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

  /** Milliseconds that making it took: only for the request that waited for it, so null ever after. */
  takeCost(): number | null {
    const { cost } = this;
    this.cost = null;
    return cost;
  }

  /** What it is the JSON of. */
  get value(): unknown {
    return JSON.parse(this.plain.toString()) as unknown;
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
