import { byteOf } from './windows-1252.js';

const MAY_BE_DECODED_TWICE = /[ÂÃÅâð]/;

/** Bytes that a UTF-8 character starting so has in all; only these five starts are taken for a decoding error. */
const LENGTHS = new Map([
  [0xc2, 2],
  [0xc3, 2],
  [0xc5, 2],
  [0xe2, 3],
  [0xf0, 4],
]);
const LONGEST = 4;

/**
 * Repairs text that was written as UTF-8 and read as Windows-1252, once or more often: `"RÃ©mi"` becomes `"Rémi"`.
 *
 * Only a run of characters which, written as Windows-1252, is exactly one UTF-8 character beginning with the byte
 * C2, C3, C5, E2 or F0 is replaced; everything else stays. Repairing twice changes nothing.
 *
 * @param text before trimming: the second half of `"Ã "` (à) may be a no-break space
 * @see docs/domain.md, section 2
 */
export function repair(text: string): string {
  return MAY_BE_DECODED_TWICE.test(text) ? repairCharacters(text) : text;
}

/* Each character added may complete a run that ends with it, also one that a replacement just made. */
function repairCharacters(text: string): string {
  const units: string[] = [];
  for (let at = 0; at < text.length; at++) {
    units.push(text.charAt(at));
    while (replaceLastRun(units));
  }
  return units.join('');
}

function replaceLastRun(units: string[]): boolean {
  for (let length = 2; length <= Math.min(LONGEST, units.length); length++) {
    // The first alone settles it nearly always, and costs no list.
    if (LENGTHS.get(byteOfUnit(units[units.length - length])) !== length) continue;
    const bytes = units.slice(-length).map(byteOfUnit);
    const character = utf8Character(bytes);
    if (character === null) continue;
    units.splice(-length, length, character);
    return true;
  }
  return false;
}

const byteOfUnit = (unit = ''): number => (unit.length === 1 ? byteOf(unit.charCodeAt(0)) : -1);

function utf8Character([lead = 0, ...rest]: number[]): string | null {
  if (rest.some((byte) => byte < 0x80 || byte > 0xbf)) return null;
  const leadBits = rest.length === 1 ? lead & 0x1f : rest.length === 2 ? lead & 0x0f : lead & 0x07;
  const code = rest.reduce((bits, byte) => (bits << 6) | (byte & 0x3f), leadBits);
  // Four bytes that begin F0 80-8F spell a character that fits in fewer: not UTF-8.
  return rest.length === 3 && code < 0x10000 ? null : String.fromCodePoint(code);
}
