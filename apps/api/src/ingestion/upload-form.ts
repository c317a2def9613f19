import type { Multipart, MultipartFile } from '@fastify/multipart';
import { SheetToImport } from '@app/contracts';
import { faultOfName } from '@app/domain';
import type { FastifyRequest } from 'fastify';
import { checkedBody } from '../http/validation.js';
import { Refusal, refusedField } from '../refusals/refusal.js';

/** What a form may hold beside its one file: forms send a name or two along. */
const FIELDS = 10;
const FIELD_LENGTH = 1_024;
const LIMITS = {
  files: 1,
  fields: FIELDS,
  fieldSize: FIELD_LENGTH,
  parts: FIELDS + 1,
  headerPairs: 20,
  headerSize: 8_192,
};
/** Everything beside the file: fields, headers of parts, boundaries, and what stands before and after them. */
const BESIDE_BYTES = 65_536;
const MIB = 1024 * 1024;
/** Content-Transfer-Encoding that changes nothing; RFC 7578, 4.7, deprecates the header. */
const PLAIN_ENCODINGS = new Set(['7bit', '8bit', 'binary']);
/** RFC 2046, 5.1.1 */
const BOUNDARY = /;\s*boundary=(?:"[^"]{1,70}"|[^\s";]{1,70})\s*(?:;|$)/i;

/** A form with one file, or a sheet by its address, as it comes in with a request. */
export class UploadForm {
  constructor(private readonly request: FastifyRequest) {}

  /**
   * The sheet that is named instead of sending a file; null where a form comes.
   *
   * @throws ProblemException (400) for a body that names none
   */
  sheet(): SheetToImport | null {
    const { body } = this.request;
    return this.request.isMultipart() || this.request.headers['content-type'] === undefined
      ? null
      : checkedBody(SheetToImport, body);
  }

  /**
   * Refuses a form for what its headers alone show, before a byte of it is read.
   *
   * @param limit bytes of the file at most
   * @throws Refusal for one without a usable boundary, and for one that is too long
   */
  check(limit: number): void {
    const { headers } = this.request;
    if (headers['content-type'] === undefined) throw noFile();
    if (!BOUNDARY.test(headers['content-type'])) {
      throw malformed('its Content-Type names no boundary of 1 to 70 characters');
    }
    if (Number(headers['content-length']) > limit + BESIDE_BYTES) throw fileTooLarge(limit);
  }

  /** The most that the file can be, by what the request says of its length. */
  expectedBytes(limit: number): number {
    const stated = Number(this.request.headers['content-length']);
    return stated > 0 ? Math.min(stated, limit) : limit;
  }

  /**
   * The one file, handed on as it comes in; the form is read to its end.
   *
   * @param limit bytes of the file at most
   * @param take reads the file
   * @returns what `take` made of it
   * @throws Refusal for a form that is malformed, has no file or holds too much
   */
  async file<Taken>(limit: number, take: (file: MultipartFile) => Promise<Taken>): Promise<Taken> {
    const { request } = this;
    const stopCounting = endWhenOver(request, limit);
    let taken: Taken | null = null;
    try {
      const limits = { ...LIMITS, fileSize: limit };
      for await (const part of request.parts({ limits })) {
        checkPart(part);
        if (part.type === 'field') continue;
        taken = await take(part);
        if (part.file.truncated) throw fileTooLarge(limit);
      }
    } catch (error) {
      request.raw.unpipe();
      throw refusalOf(error);
    } finally {
      stopCounting();
    }
    if (taken === null) throw noFile();
    return taken;
  }
}

/** Ends a form without a stated length for its reader when it has become too long. */
function endWhenOver({ raw }: FastifyRequest, limit: number): () => void {
  let left = limit + BESIDE_BYTES;
  const count = (chunk: Buffer): void => {
    left -= chunk.length;
    if (left >= 0) return;
    raw.off('data', count);
    raw.emit('error', fileTooLarge(limit));
  };
  raw.on('data', count);
  return () => raw.off('data', count);
}

function checkPart(part: Multipart): void {
  const fault = faultOfEncoding(part) ?? (part.type === 'file' ? faultOfFile(part) : null);
  if (fault !== null) {
    if (part.type === 'file') part.file.resume();
    throw refusedField('file', fault);
  }
  if (part.type === 'field' && (part.valueTruncated || part.fieldnameTruncated)) {
    throw new Refusal(
      'too_large',
      `A field of the form is longer than ${FIELD_LENGTH} characters: send the file alone.`,
    );
  }
}

/** The others are not decoded here: what is stored would not be what was meant. */
const faultOfEncoding = ({ encoding }: Multipart): string | null =>
  PLAIN_ENCODINGS.has(encoding.trim())
    ? null
    : 'A part of the form has a Content-Transfer-Encoding that is not read here: send the bytes of the file as they are, in the field "file", without that header.';

/** The parser leaves a name out when the part has none, whatever its types say. */
function faultOfFile({ fieldname, filename }: MultipartFile): string | null {
  if (fieldname !== 'file') return `The file came in the field "${fieldname}": send it in the field "file".`;
  if (((filename as string | undefined) ?? '').trim() === '') {
    return 'The file has no name: send it in the field "file" with a filename, such as "deals.csv".';
  }
  const fault = faultOfName(filename);
  return fault === null ? null : `The name of the file ${fault}: rename the file and upload it again.`;
}

/** Errors of this machine stay as they are; all others are about what was sent. */
function refusalOf(error: unknown): unknown {
  if (error instanceof Refusal) return error;
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === 'FST_FILES_LIMIT') {
    return refusedField('file', 'The form has more than one file: send one, in the field "file".');
  }
  if (code === 'FST_FIELDS_LIMIT' || code === 'FST_PARTS_LIMIT') {
    const message = `The form has more than ${FIELDS} fields beside the file: send the file alone.`;
    return new Refusal('too_large', message);
  }
  if (code === 'FST_PROTO_VIOLATION') return malformed('a field has a name that no field may have', error);
  if (syscall !== undefined && syscall !== 'read') return error;
  return malformed('it ends too early or breaks the format', error);
}

const malformed = (what: string, cause?: unknown): Refusal =>
  new Refusal(
    'faulty',
    `The form cannot be read: ${what}. Send the file again, as multipart/form-data in the field "file".`,
    [],
    { cause },
  );

const fileTooLarge = (limit: number): Refusal =>
  new Refusal(
    'too_large',
    `The file is larger than ${Math.round(limit / MIB)} MiB, the most this installation takes. Nothing was kept.`,
  );

const noFile = () => refusedField('file', 'The request has no file: send it in the field "file".');
