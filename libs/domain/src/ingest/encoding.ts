import { codeUnitOf } from '../normalise/windows-1252.js';
import type { SheetEncoding } from './sheet.js';
import { startsWith } from './sniff.js';
import { decoderOf } from './text-decoder.js';
import { isUtf8 } from './utf8.js';

const BOM = [0xef, 0xbb, 0xbf];

/** A sheet's bytes without byte order mark, and how they are encoded. */
export interface EncodedSheet {
  readonly encoding: SheetEncoding;
  readonly bytes: Uint8Array;
}

/**
 * Finds out how a sheet is encoded: UTF-8 with or without byte order mark when it is valid UTF-8, else Windows-1252.
 *
 * @see docs/domain.md, section 9
 */
export function findEncoding(file: Uint8Array): EncodedSheet {
  const hasBom = startsWith(file, BOM);
  const bytes = hasBom ? file.subarray(BOM.length) : file;
  if (isUtf8(bytes)) return { encoding: hasBom ? 'utf-8-bom' : 'utf-8', bytes };
  return { encoding: 'windows-1252', bytes };
}

/** The text that bytes of a sheet stand for; they must not begin or end inside a character. */
export function decode(bytes: Uint8Array, encoding: SheetEncoding): string {
  return encoding === 'windows-1252'
    ? decoderOf('utf-16le').decode(codeUnits(bytes))
    : decoderOf('utf-8').decode(bytes);
}

/* The platform decodes UTF-16 everywhere alike; its Windows-1252 differs between versions in 0x80-0x9F. */
function codeUnits(bytes: Uint8Array): Uint8Array {
  const units = new Uint8Array(bytes.length * 2);
  for (let at = 0; at < bytes.length; at++) {
    const unit = codeUnitOf(bytes[at] ?? 0);
    units[at * 2] = unit & 0xff;
    units[at * 2 + 1] = unit >> 8;
  }
  return units;
}
