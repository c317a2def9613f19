import { codeUnitOf } from '../normalise/windows-1252.js';
import type { SingleByteEncoding } from './sheet.js';
import { Utf8Writer } from './utf8-writer.js';

const FIRST = 0x80;

/* What the bytes from 0x80 stand for, as the Encoding Standard has it; those undefined stand for themselves. */
const UPPER_HALVES: Readonly<Record<SingleByteEncoding, string>> = {
  'windows-1252': Array.from({ length: FIRST }, (_, at) => String.fromCharCode(codeUnitOf(FIRST + at))).join(
    '',
  ),
  'windows-1250':
    '€\u0081‚\u0083„…†‡\u0088‰Š‹ŚŤŽŹ\u0090‘’“”•–—\u0098™š›śťžź' +
    '\u00a0ˇ˘Ł¤Ą¦§¨©Ş«¬\u00ad®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľż' +
    'ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙',
  'windows-1251':
    'ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u0098™љ›њќћџ' +
    '\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕї' +
    'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя',
  'windows-1254':
    '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008d\u008e\u008f\u0090‘’“”•–—˜™š›œ\u009d\u009eŸ' +
    '\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿' +
    'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏĞÑÒÓÔÕÖ×ØÙÚÛÜİŞßàáâãäåæçèéêëìíîïğñòóôõö÷øùúûüışÿ',
  macroman:
    'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø' +
    '¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ',
};

/** Text of one byte a character, as UTF-8. */
export function fromSingleBytes(bytes: Uint8Array, encoding: SingleByteEncoding): Utf8Writer {
  const upper = UPPER_HALVES[encoding];
  const writer = new Utf8Writer(bytes.length);
  for (let at = 0; at < bytes.length; at++) {
    const start = at;
    while (isPlain(bytes[at])) at++;
    if (at > start) writer.copy(bytes, start, at);
    const byte = bytes[at];
    if (byte !== undefined) writer.add(byte < FIRST ? byte : upper.charCodeAt(byte - FIRST));
  }
  return writer;
}

const isPlain = (byte: number | undefined) => byte !== undefined && byte > 0 && byte < FIRST;
