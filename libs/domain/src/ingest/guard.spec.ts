import fc from 'fast-check';
import { readAmount } from '../normalise/index.js';
import { guardCell, unguardCell } from './guard.js';

describe('guardCell', () => {
  it.each([
    '=1+1',
    '+33 6',
    '-Acme',
    '@ann',
    '\tAcme',
    '\rAcme',
    '\nAcme',
    '＝1+1',
    '＋33 6',
    '－Acme',
    '＠ann',
    '﹦1',
    '﹢1',
    '﹣1',
    '﹫ann',
    ' =1',
    '\u00a0=1',
    '\u200b=1',
    '\u200b\u2060 \ufeff＝1',
    '\u0000=1',
    '\u00ad+1',
    '\u202e@ann',
    '\u3164=1',
  ])('guards %j', (text) => {
    expect(guardCell(text)).toBe(`'${text}`);
    expect(unguardCell(`'${text}`)).toBe(text);
  });

  it.each(['Acme', "'Acme'", '', ' ', ' Acme', '\u200bAcme', 'a=b', 'Ａcme'])('leaves %j', (text) => {
    expect(guardCell(text)).toBe(text);
    expect(unguardCell(text)).toBe(text);
  });

  it('is undone by unguardCell', () => {
    const text = fc.string({
      unit: fc.constantFrom('=', '＝', '+', '-', '@', '\t', '\u200b', 'a', '5', ' '),
    });
    fc.assert(fc.property(text, (cell) => expect(unguardCell(guardCell(cell))).toBe(cell)));
  });

  it('leaves an amount written as text readable', () => {
    const cents = fc.integer({ min: -1e13, max: 1e13 });
    fc.assert(
      fc.property(cents, (amount) => {
        const written = (amount / 100).toFixed(2);
        expect(readAmount(unguardCell(guardCell(written)))?.amount).toBe(amount / 100);
      }),
    );
  });
});
