import type { IncomingMessage } from 'node:http';
import { LRUCache } from 'lru-cache';
import { notAcceptable } from './problem.js';

/** What an answer may be encoded in, best first. */
const ENCODINGS = ['br', 'gzip', 'identity'] as const;

/** A content coding of answers. */
export type Encoding = (typeof ENCODINGS)[number];

/** The encoding that a request gets, and whether it may come without one when it is small. */
export interface AcceptedEncoding {
  readonly best: Encoding;
  readonly takesPlain: boolean;
}

/**
 * What `Accept-Encoding` asks for (RFC 9110, 12.5.3): the encoding of the highest quality, the best of several.
 * Without the header, as with an empty one, an answer comes plain.
 *
 * @returns null when nothing that can be written here is accepted
 */
export function acceptedEncoding(header: string): AcceptedEncoding | null {
  const qualities = new Map(header.split(',').map(offerOf));
  const ofAny = qualities.get('*');
  // Plain is accepted unless it is refused by name, or by a `*` that refuses all the others.
  const plain = qualities.get('identity') ?? (ofAny === 0 ? 0 : MIN_QUALITY);
  const qualityOf = (encoding: Encoding): number =>
    encoding === 'identity' ? plain : (qualityIn(qualities, encoding) ?? ofAny ?? 0);
  const [best] = ENCODINGS.filter((encoding) => qualityOf(encoding) > 0).sort(
    (a, b) => qualityOf(b) - qualityOf(a),
  );
  return best === undefined ? null : { best, takesPlain: plain > 0 };
}

/** Of what nobody asked for and nobody refused. */
const MIN_QUALITY = 0.0001;

/** `x-gzip` is an old name of gzip. */
const qualityIn = (qualities: ReadonlyMap<string, number>, encoding: Encoding): number | undefined =>
  qualities.get(encoding) ?? (encoding === 'gzip' ? qualities.get('x-gzip') : undefined);

function offerOf(offer: string): [coding: string, quality: number] {
  const [coding = '', ...parameters] = offer.split(';').map((part) => part.trim().toLowerCase());
  const written = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  const quality = written === undefined ? 1 : /^[01](\.\d{0,3})?$/.test(written) ? Number(written) : 0;
  return [coding, Math.min(quality, 1)];
}

type Chosen = IncomingMessage & { [CHOSEN]?: AcceptedEncoding };
const CHOSEN = Symbol('encoding of the answer');

/** Browsers send one of a few texts, and reading one costs as much as finding its route. */
const known = new LRUCache<string, { readonly accepted: AcceptedEncoding | null }>({
  max: 100,
  memoMethod: (header) => ({ accepted: acceptedEncoding(header) }),
});

/**
 * Decides once what the answer of a request is encoded in. Whoever compresses later finds nothing else in the header.
 *
 * @throws ProblemException (406) when nothing that can be written here is accepted
 */
export function chooseEncoding(request: IncomingMessage): void {
  const { accepted } = known.memo(request.headers['accept-encoding'] ?? '');
  request.headers['accept-encoding'] = accepted?.best ?? 'identity';
  if (accepted === null)
    throw notAcceptable(
      `Answers are encoded in ${ENCODINGS.join(', ')}: Accept-Encoding refuses all of them.`,
    );
  (request as Chosen)[CHOSEN] = accepted;
}

/** What {@link chooseEncoding} decided. */
export const encodingOf = (request: IncomingMessage): AcceptedEncoding =>
  (request as Chosen)[CHOSEN] ?? { best: 'identity', takesPlain: true };
