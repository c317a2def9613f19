import { startsWith } from './starts-with.js';
import { Utf8Writer } from './utf8-writer.js';

/** UTF-16 with the lower or the higher byte of each unit first. */
export type Utf16 = 'utf-16le' | 'utf-16be';

const MARKS = { 'utf-16le': [0xff, 0xfe], 'utf-16be': [0xfe, 0xff] } as const;
const BEGINNING = 256;
/** Of ten units at the beginning, so many have a zero byte where Latin text has one. */
const NEARLY_EVERY = 0.8;

/** Whether a file is UTF-16: by its byte order mark, or because nearly every second byte of its beginning is zero. */
export function utf16Of(file: Uint8Array): Utf16 | null {
  if (startsWith(file, MARKS['utf-16le'])) return 'utf-16le';
  if (startsWith(file, MARKS['utf-16be'])) return 'utf-16be';
  const zeros = zerosOf(file.subarray(0, BEGINNING));
  if (zeros.odd >= NEARLY_EVERY && zeros.even <= 1 - NEARLY_EVERY) return 'utf-16le';
  return zeros.even >= NEARLY_EVERY && zeros.odd <= 1 - NEARLY_EVERY ? 'utf-16be' : null;
}

/** Text in UTF-16, with or without byte order mark, as UTF-8. Half a pair, or half a unit at the end, is no character. */
export function fromUtf16(file: Uint8Array, encoding: Utf16): Utf8Writer {
  const text = startsWith(file, MARKS[encoding]) ? file.subarray(2) : file;
  const [low, high] = encoding === 'utf-16le' ? [0, 1] : [1, 0];
  const unitAt = (at: number) => (text[at + low] ?? 0) | ((text[at + high] ?? 0) << 8);
  const writer = new Utf8Writer(text.length / 2);
  const end = text.length - (text.length % 2);
  let isCut = end < text.length;
  for (let at = 0; at < end; at += 2) {
    const unit = unitAt(at);
    if (!isSurrogate(unit)) writer.add(unit);
    else if (at + 2 < end && unit < 0xdc00 && isTrail(unitAt(at + 2))) {
      writer.add(0x10000 + ((unit - 0xd800) << 10) + unitAt(at + 2) - 0xdc00);
      at += 2;
    } else if (at + 2 < end || unit >= 0xdc00) writer.addBad();
    else isCut = true; // one with half a unit behind it
  }
  if (isCut) writer.addBad();
  return writer;
}

const isSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdfff;
const isTrail = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/* The share of units whose first and whose second byte is zero. */
function zerosOf(beginning: Uint8Array): { even: number; odd: number } {
  const units = Math.floor(beginning.length / 2);
  if (units === 0) return { even: 0, odd: 0 };
  let [even, odd] = [0, 0];
  for (let at = 0; at < units * 2; at++) {
    if (beginning[at] !== 0) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  return { even: even / units, odd: odd / units };
}
