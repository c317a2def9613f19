import { BSON, type Document } from 'mongodb';

const HEADER_BYTES = 16;
const OP_MSG = 2013;
const OP_QUERY = 2004;

/** One message of MongoDB's wire protocol, as its bytes and its number. */
export interface WireMessage {
  readonly bytes: Buffer;
  readonly id: number;
  /** Number of the message that this one answers. */
  readonly answers: number;
}

/** A command on its way to the server. */
export interface WireCommand {
  /** Such as `find` or `renameCollection`. */
  readonly name: string;
  /** Name of the collection, or whatever the command's own field holds. */
  readonly target: unknown;
  readonly body: Document;
}

/** Cuts a stream of bytes into whole messages; what is left of the last one waits for its rest. */
export class MessageReader {
  private rest = Buffer.alloc(0);

  read(chunk: Uint8Array): WireMessage[] {
    this.rest = Buffer.concat([this.rest, chunk]);
    const messages: WireMessage[] = [];
    while (this.rest.length >= HEADER_BYTES && this.rest.length >= this.rest.readInt32LE(0)) {
      const bytes = this.rest.subarray(0, this.rest.readInt32LE(0));
      messages.push({ bytes, id: bytes.readInt32LE(4), answers: bytes.readInt32LE(8) });
      this.rest = this.rest.subarray(bytes.length);
    }
    return messages;
  }
}

/** The command in a message; of a kind that is unknown here its name is empty. */
export function commandOf({ bytes }: WireMessage): WireCommand {
  const body = bodyOf(bytes) ?? {};
  const [name = '', target] = Object.entries(body)[0] ?? [];
  return { name, target, body };
}

/** An answer to a message that the server did not make. */
export function answerTo({ id }: WireMessage, document: Document): Buffer {
  const body = BSON.serialize(document);
  const head = Buffer.alloc(HEADER_BYTES + 5);
  head.writeInt32LE(head.length + body.length, 0);
  head.writeInt32LE(id, 8);
  head.writeInt32LE(OP_MSG, 12);
  return Buffer.concat([head, body]);
}

function bodyOf(bytes: Buffer): Document | null {
  const kind = bytes.readInt32LE(12);
  if (kind === OP_MSG) return bodyOfMessage(bytes, HEADER_BYTES + 4);
  // The first hello of a connection: flags, a name that ends with 0, two numbers, the command.
  return kind === OP_QUERY ? documentAt(bytes, bytes.indexOf(0, HEADER_BYTES + 4) + 9) : null;
}

/** Sections of kind 1 carry the documents of a write; the one of kind 0 is the command. */
function bodyOfMessage(bytes: Buffer, start: number): Document | null {
  let at = start;
  while (at < bytes.length) {
    if (bytes[at] === 0) return documentAt(bytes, at + 1);
    at += 1 + bytes.readInt32LE(at + 1);
  }
  return null;
}

const documentAt = (bytes: Buffer, at: number): Document =>
  BSON.deserialize(bytes.subarray(at, at + bytes.readInt32LE(at)));
