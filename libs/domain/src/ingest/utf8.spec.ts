import fc from 'fast-check';
import { fromUtf16 } from './utf16.js';
import { isUtf8, mendUtf8, validShare } from './utf8.js';

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

describe('mendUtf8', () => {
  const anyBytes = fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc
      .array(
        fc.constantFrom(
          0x41,
          0xc3,
          0xa9,
          0xe2,
          0x82,
          0xac,
          0xf0,
          0x9f,
          0x99,
          0x82,
          0xed,
          0xa0,
          0xe0,
          0xf4,
          0x8f,
          0xff,
          0,
        ),
        {
          maxLength: 12,
        },
      )
      .map((bytes) => Uint8Array.from(bytes)),
  );

  it('makes of any bytes what the platform makes of them, without NULs', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const { bytes: mended, badBytes, nuls } = mendUtf8(bytes);
        const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
        expect(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(mended)).toBe(
          text.replaceAll('\0', ''),
        );
        for (const at of badBytes) expect([...mended.subarray(at, at + 3)]).toEqual([0xef, 0xbf, 0xbd]);
        expect(nuls.length > 0).toBe(bytes.includes(0));
        expect(validShare(bytes) === 1).toBe(badBytes.length === 0);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('fromUtf16', () => {
  it('makes of any units what the platform makes of them, without NULs', () => {
    const units = fc.array(
      fc.oneof(fc.integer({ max: 0xffff, min: 0 }), fc.constantFrom(0xd83d, 0xde42, 0, 0x41)),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(units, fc.boolean(), (all, isOdd) => {
        fc.pre(all[0] !== 0xfeff);
        const bytes = Uint8Array.from([
          ...all.flatMap((unit) => [unit & 255, unit >> 8]),
          ...(isOdd ? [0x41] : []),
        ]);
        const text = new TextDecoder('utf-16le', { ignoreBOM: true }).decode(bytes);
        expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(fromUtf16(bytes, 'utf-16le').bytes)).toBe(
          text.replaceAll('\0', ''),
        );
      }),
      { numRuns: 1_000 },
    );
  });
});
