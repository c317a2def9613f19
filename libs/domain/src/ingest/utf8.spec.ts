import fc from 'fast-check';
import { isUtf8 } from './utf8.js';

const strict = new TextDecoder('utf-8', { fatal: true });
const platformAccepts = (bytes: Uint8Array) => {
  try {
    strict.decode(bytes);
    return true;
  } catch {
    return false;
  }
};

describe('isUtf8', () => {
  it('accepts every text', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(fc.property(text, (written) => expect(isUtf8(new TextEncoder().encode(written))).toBe(true)));
  });

  it('agrees with the platform on any bytes', () => {
    const byte = fc.oneof(
      fc.constantFrom(
        0x41,
        0x80,
        0x8f,
        0x90,
        0x9f,
        0xa0,
        0xbf,
        0xc1,
        0xc2,
        0xe0,
        0xed,
        0xef,
        0xf0,
        0xf4,
        0xf5,
      ),
      fc.nat(255),
    );
    const bytes = fc.array(byte, { maxLength: 6 }).map((numbers) => Uint8Array.from(numbers));
    fc.assert(
      fc.property(bytes, (some) => expect(isUtf8(some)).toBe(platformAccepts(some))),
      { numRuns: 2_000 },
    );
  });
});
