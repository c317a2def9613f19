import { decoderOf } from './text-decoder.js';

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
