import { elementsOf, fieldName, fieldOf } from '../bson/fields.js';
import { BsonType, BsonValue, documentValue } from '../bson/value.js';

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const HEADER_BYTES = 16;

/** Largest message, as advertised in the handshake. */
export const MAX_MESSAGE_BYTES = 48_000_000;

/** Flag bits of OP_MSG. */
const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;
const REQUIRED_FLAGS = 0xffff & ~(CHECKSUM_PRESENT | MORE_TO_COME);

/** One request of a client. */
export interface Request {
  requestId: number;
  /** The legacy OP_QUERY, with which drivers open the handshake, wants an OP_REPLY. */
  isLegacy: boolean;
  /** The client does not wait for an answer, and must not get one. */
  isUnacknowledged: boolean;
  body: BsonValue;
  /** Documents sent beside the body, under the name of the field they stand for. */
  sequences: ReadonlyMap<string, readonly BsonValue[]>;
}

/** The bytes do not follow the wire protocol; the connection cannot go on. */
class WireError extends Error {
  override readonly name = 'WireError';
}

/** Length of the message that starts here, or undefined while fewer than 4 bytes have come. */
export function messageLength(bytes: Buffer): number | undefined {
  if (bytes.length < 4) return undefined;
  const length = bytes.readInt32LE(0);
  if (length < HEADER_BYTES || length > MAX_MESSAGE_BYTES)
    throw new WireError(`A message of ${length} bytes is refused`);
  return length;
}

/** Reads one whole message. */
export function parseMessage(message: Buffer): Request {
  const requestId = message.readInt32LE(4);
  const opCode = message.readInt32LE(12);
  if (opCode === OP_MSG) return parseOpMsg(message, requestId);
  if (opCode === OP_QUERY) return parseOpQuery(message, requestId);
  throw new WireError(`Message type ${opCode} is not supported`);
}

function parseOpMsg(message: Buffer, requestId: number): Request {
  const flags = message.readUInt32LE(HEADER_BYTES);
  if (flags & REQUIRED_FLAGS) throw new WireError(`Unknown flags ${flags}`);
  const end = message.length - (flags & CHECKSUM_PRESENT ? 4 : 0);
  const sequences = new Map<string, BsonValue[]>();
  let body: BsonValue | undefined;
  let position = HEADER_BYTES + 4;
  while (position < end) {
    const kind = message[position];
    const size = message.readInt32LE(position + 1);
    if (size < 5 || position + 1 + size > end) throw new WireError('A section exceeds its message');
    const section = message.subarray(position + 1, position + 1 + size);
    if (kind === 0) body = documentValue(section);
    else if (kind === 1) sequences.set(...parseSequence(section));
    else throw new WireError(`Unknown section kind ${kind}`);
    position += 1 + section.length;
  }
  if (!body) throw new WireError('A message without a body');
  return { requestId, isLegacy: false, isUnacknowledged: (flags & MORE_TO_COME) !== 0, body, sequences };
}

function parseSequence(section: Buffer): [name: string, documents: BsonValue[]] {
  const nameEnd = section.indexOf(0, 4);
  const documents: BsonValue[] = [];
  let position = nameEnd + 1;
  while (position < section.length) {
    const size = section.readInt32LE(position);
    if (size < 5 || position + size > section.length) throw new WireError('A document exceeds its section');
    documents.push(documentValue(section.subarray(position, position + size)));
    position += size;
  }
  return [section.toString('utf8', 4, nameEnd), documents];
}

/** Flags, collection name, skip, limit, then the command; drivers may wrap it as `$query`. */
function parseOpQuery(message: Buffer, requestId: number): Request {
  const nameEnd = message.indexOf(0, HEADER_BYTES + 4);
  const start = nameEnd + 1 + 8;
  const collection = message.toString('utf8', HEADER_BYTES + 4, nameEnd);
  if (!collection.endsWith('.$cmd')) throw new WireError('OP_QUERY is only supported for the handshake');
  const query = documentValue(message.subarray(start, start + message.readInt32LE(start)));
  const body = fieldOf(query, fieldName('$query')) ?? query;
  return { requestId, isLegacy: true, isUnacknowledged: false, body, sequences: new Map() };
}

/** The bytes of an answer in the form that the request asked for. */
export function replyMessage(request: Request, reply: BsonValue): Buffer[] {
  const payload = reply.bytes;
  return request.isLegacy ? legacyReply(request, payload) : opMsgReply(request, payload);
}

function opMsgReply(request: Request, payload: Buffer): Buffer[] {
  const head = header(HEADER_BYTES + 5, payload.length, request.requestId, OP_MSG);
  return [head, payload];
}

function legacyReply(request: Request, payload: Buffer): Buffer[] {
  const head = header(HEADER_BYTES + 20, payload.length, request.requestId, OP_REPLY);
  head.writeInt32LE(8, HEADER_BYTES);
  head.writeInt32LE(1, HEADER_BYTES + 16);
  return [head, payload];
}

function header(size: number, payloadSize: number, responseTo: number, opCode: number): Buffer {
  const head = Buffer.alloc(size);
  head.writeInt32LE(size + payloadSize, 0);
  head.writeInt32LE(responseTo, 8);
  head.writeInt32LE(opCode, 12);
  return head;
}

/** The documents of a field that can come in the body or as a sequence of its own. */
export function documentsOf(request: Request, name: string): readonly BsonValue[] | undefined {
  const sequence = request.sequences.get(name);
  if (sequence) return sequence;
  const field = fieldOf(request.body, fieldName(name));
  return field?.type === BsonType.array ? elementsOf(field) : undefined;
}
