// What Windows-1252 has at 0x80-0x9F; the five bytes it leaves undefined stand for themselves, as on the web.
const UPPER_CONTROLS =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

const FIRST = 0x80;
const LAST = 0x9f;
const BYTES = new Map(Array.from(UPPER_CONTROLS, (character, at) => [character.charCodeAt(0), FIRST + at]));

/**
 * The UTF-16 code unit that a Windows-1252 byte stands for.
 *
 * @param byte 0 to 255
 */
export function codeUnitOf(byte: number): number {
  return byte < FIRST || byte > LAST ? byte : UPPER_CONTROLS.charCodeAt(byte - FIRST);
}

/**
 * The Windows-1252 byte of a UTF-16 code unit, or -1 when that encoding has none.
 *
 * @param unit a UTF-16 code unit
 */
export function byteOf(unit: number): number {
  if (unit < FIRST || (unit > LAST && unit <= 0xff)) return unit;
  return BYTES.get(unit) ?? -1;
}
