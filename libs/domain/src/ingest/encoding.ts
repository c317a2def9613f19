import { codeUnitOf } from '../normalise/windows-1252.js';
import type { SheetEncoding } from './sheet.js';
import { startsWith } from './sniff.js';
import { strictDecoder } from './text-decoder.js';

const BOM = [0xef, 0xbb, 0xbf];
const CHUNK = 256 * 1024;

/** A sheet's text, piece by piece, so that a large one is never whole in memory twice. */
export interface SheetText {
  readonly encoding: SheetEncoding;
  /** The text in order; can be walked more than once. */
  pieces(): Generator<string>;
}

/**
 * Finds out how bytes are encoded: UTF-8 with or without BOM when they are valid UTF-8, else Windows-1252.
 *
 * @see docs/domain.md, section 9
 */
export function sheetText(bytes: Uint8Array): SheetText {
  const hasBom = startsWith(bytes, BOM);
  const body = hasBom ? bytes.subarray(BOM.length) : bytes;
  if (isUtf8(body)) return { encoding: hasBom ? 'utf-8-bom' : 'utf-8', pieces: () => utf8Pieces(body) };
  return { encoding: 'windows-1252', pieces: () => windowsPieces(body) };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    for (const piece of utf8Pieces(bytes)) void piece;
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function* utf8Pieces(bytes: Uint8Array): Generator<string> {
  const decoder = strictDecoder('utf-8');
  for (const chunk of chunksOf(bytes)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

function* windowsPieces(bytes: Uint8Array): Generator<string> {
  const decoder = strictDecoder('utf-16le');
  const units = new Uint8Array(CHUNK * 2);
  for (const chunk of chunksOf(bytes)) {
    widen(chunk, units);
    yield decoder.decode(units.subarray(0, chunk.length * 2));
  }
}

function widen(bytes: Uint8Array, units: Uint8Array): void {
  for (let at = 0; at < bytes.length; at++) {
    const unit = codeUnitOf(bytes[at] ?? 0);
    units[at * 2] = unit & 0xff;
    units[at * 2 + 1] = unit >> 8;
  }
}

function* chunksOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}
