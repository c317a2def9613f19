import fc from 'fast-check';
import { isUtf8 } from './utf8.js';

describe('isUtf8', () => {
  it('accepts every text', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(fc.property(text, (written) => expect(isUtf8(new TextEncoder().encode(written))).toBe(true)));
  });

  it('accepts a character that stands across two pieces', () => {
    const bytes = new Uint8Array(256 * 1024 + 1).fill(0x61);
    bytes.set([0xc3, 0xa9], 256 * 1024 - 1);
    expect(isUtf8(bytes)).toBe(true);
  });

  it.each([
    ['a lone continuation', [0x61, 0xa9]],
    ['a missing continuation', [0xc3, 0x61]],
    ['a character cut at the end', [0x61, 0xe2, 0x82]],
    ['a spelling longer than needed', [0xc0, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['Windows-1252', [0x43, 0x61, 0x66, 0xe9]],
  ])('refuses %s', (_, bytes) => {
    expect(isUtf8(Uint8Array.from(bytes))).toBe(false);
  });
});
