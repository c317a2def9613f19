import { decoderOf } from './text-decoder.js';
import { Utf8Writer } from './utf8-writer.js';

const CHUNK = 256 * 1024;

/** Whether bytes are valid UTF-8, which the platform tells by throwing. In pieces: the text itself is not wanted. */
export function isUtf8(bytes: Uint8Array): boolean {
  const decoder = decoderOf('utf-8', { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += CHUNK)
      decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false; // nothing else can fail in a decoder
  }
}

/** The share of the sequences beyond ASCII that are valid UTF-8; 1 where there are none. */
export function validShare(bytes: Uint8Array): number {
  let [valid, bad] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    const length = lengthAt(bytes, at);
    if (length > 0) valid++;
    else bad++;
    at += Math.abs(length) - 1;
  }
  return bad === 0 ? 1 : valid / (valid + bad);
}

/** UTF-8 without NULs and with U+FFFD for each bad sequence. */
export function mendUtf8(bytes: Uint8Array): Utf8Writer {
  const writer = new Utf8Writer(bytes.length);
  let start = 0; // of what can be copied as it is
  for (let at = 0; at < bytes.length;) {
    const length = lengthAt(bytes, at);
    const next = at + Math.abs(length);
    if (length < 0 || bytes[at] === 0) {
      writer.copy(bytes, start, at);
      start = next;
      if (length < 0) writer.addBad();
      else writer.add(0);
    }
    at = next;
  }
  writer.copy(bytes, start, bytes.length);
  return writer;
}

/*
 * How many bytes the character at a place has; of a bad sequence the number of its bytes, negative. The Encoding
 * Standard cuts a bad sequence before the first byte that cannot belong to it.
 */
function lengthAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  if (length === 0) return -1;
  for (let next = 1; next < length; next++) {
    const byte = bytes[at + next] ?? 0;
    const isFirst = next === 1;
    if (byte < (isFirst ? lowestAfter(lead) : 0x80) || byte > (isFirst ? highestAfter(lead) : 0xbf))
      return -next;
  }
  return length;
}

/* No spelling longer than needed, no surrogate, nothing beyond Unicode. */
const lowestAfter = (lead: number) => (lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80);
const highestAfter = (lead: number) => (lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf);
