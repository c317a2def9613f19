import { DEFAULT_ENCODING, type SheetEncoding, type SingleByteEncoding } from './sheet.js';
import { fromSingleBytes } from './single-byte.js';
import { startsWith } from './starts-with.js';
import { decoderOf } from './text-decoder.js';
import type { TypedSheet } from './typed-sheet.js';
import { fromUtf16, utf16Of } from './utf16.js';
import { isUtf8, mendUtf8, validShare } from './utf8.js';
import type { Utf8Writer } from './utf8-writer.js';

const BOM = [0xef, 0xbb, 0xbf];
const NUL = 0;
/** UTF-8 may be damaged in places: so many of its sequences beyond ASCII are valid at least. */
const VALID_ENOUGH = 0.9;

/** A sheet as UTF-8, without byte order mark and NULs, and how the file was encoded. */
export interface EncodedSheet {
  readonly encoding: SheetEncoding;
  readonly bytes: Uint8Array;
  /** True when nobody and nothing says that this is the encoding. */
  readonly isGuessed: boolean;
  /** True when its cells have types: they are written as those of a typed sheet. */
  readonly isTyped: boolean;
  /** Where bad sequences became U+FFFD, in order. */
  readonly badBytes: readonly number[];
  /** Where NULs were dropped, in order. */
  readonly nuls: readonly number[];
}

/**
 * Finds out how a sheet is encoded, and makes UTF-8 of it, so that everything else reads one encoding.
 *
 * @param told the single-byte encoding that a file has which is no Unicode; null when nobody said
 * @see docs/domain.md, section 9
 */
export function findEncoding(file: Uint8Array, told: SingleByteEncoding | null = null): EncodedSheet {
  const utf16 = utf16Of(file);
  if (utf16 !== null) return written(utf16, fromUtf16(file, utf16));
  const hasBom = startsWith(file, BOM);
  const bytes = hasBom ? file.subarray(BOM.length) : file;
  const isValid = isUtf8(bytes);
  if (isValid || hasBom || validShare(bytes) >= VALID_ENOUGH) {
    const encoding = hasBom ? 'utf-8-bom' : 'utf-8';
    if (isValid && !bytes.includes(NUL)) return written(encoding, { bytes, badBytes: [], nuls: [] });
    return written(encoding, mendUtf8(bytes));
  }
  const encoding = told ?? DEFAULT_ENCODING;
  return { ...written(encoding, fromSingleBytes(bytes, encoding)), isGuessed: told === null };
}

type Written = Pick<Utf8Writer, 'bytes' | 'badBytes' | 'nuls'>;

const written = (encoding: SheetEncoding, { bytes, badBytes, nuls }: Written): EncodedSheet => ({
  encoding,
  bytes,
  isGuessed: false,
  isTyped: false,
  badBytes,
  nuls,
});

/** A typed sheet, as everything reads it. */
export const encodedTyped = ({ bytes, nuls }: TypedSheet): EncodedSheet => ({
  ...written('utf-8', { bytes, badBytes: [], nuls: [...nuls] }),
  isTyped: true,
});

/** The text that bytes of a sheet stand for; they must not begin or end inside a character. */
export const decode = (bytes: Uint8Array): string => DECODER.decode(bytes);

const DECODER = decoderOf('utf-8');
