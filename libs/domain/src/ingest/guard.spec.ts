import fc from 'fast-check';
import { readAmount } from '../normalise/index.js';
import { guardCell, unguardCell } from './guard.js';

describe('guardCell', () => {
  it.each(['=1+1', '+33 6', '-Acme', '@ann', '\tAcme'])('guards %j', (text) => {
    expect(guardCell(text)).toBe(`'${text}`);
    expect(unguardCell(`'${text}`)).toBe(text);
  });

  it.each(['Acme', "'Acme'", '', ' =1', 'a=b'])('leaves %j', (text) => {
    expect(guardCell(text)).toBe(text);
    expect(unguardCell(text)).toBe(text);
  });

  it('comes back as it went out', () => {
    const text = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', 'a', '5', ' ') });
    fc.assert(fc.property(text, (cell) => expect(unguardCell(guardCell(cell))).toBe(cell)));
  });

  it('money as text survives it', () => {
    const cents = fc.integer({ min: -1e13, max: 1e13 });
    fc.assert(
      fc.property(cents, (amount) => {
        const written = (amount / 100).toFixed(2);
        expect(readAmount(unguardCell(guardCell(written)))?.amount).toBe(amount / 100);
      }),
    );
  });
});
