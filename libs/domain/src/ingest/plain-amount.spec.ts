import fc from 'fast-check';
import { readAmount } from '../normalise/index.js';
import { PlainAmount } from './plain-amount.js';

function plain(text: string) {
  const bytes = new TextEncoder().encode(`x${text},1`);
  const reader = new PlainAmount(bytes);
  if (!reader.read(1, bytes.length - 2)) return null;
  const { amount, proves, open } = reader;
  return { amount, proves, open };
}

describe('PlainAmount', () => {
  it.each([
    ['1234', { amount: 1234, proves: null, open: null }],
    ['-1234.5', { amount: -1234.5, proves: '.', open: null }],
    ['"$1,234"', { amount: 1234, proves: null, open: ',' }],
    ['"-$12,345.67"', { amount: -12345.67, proves: '.', open: null }],
    ['"1,234,567"', { amount: 1234567, proves: '.', open: null }],
    ['0', { amount: 0, proves: null, open: null }],
  ])('reads %s', (text, amount) => {
    expect(plain(text)).toEqual(amount);
  });

  it.each([
    '',
    '-',
    '$',
    '1.000',
    '1.',
    '.5',
    '1,00',
    '1,0000',
    '0,500',
    '1234,567',
    '12k',
    '""',
    '"',
    '1 000',
    '5%',
  ])('leaves %j to readAmount', (text) => {
    expect(plain(text)).toBeNull();
  });

  it('agrees with readAmount', () => {
    const part = fc.constantFrom('1', '12', '123', '000', '005', '0', ',', '.', '-', '$', ' ', 'k');
    const text = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.boolean(), (written, isQuoted) => {
        const quick = plain(isQuoted ? `"${written}"` : written);
        fc.pre(quick !== null);
        expect(quick).toEqual(readAmount(written));
      }),
      { numRuns: 1_000 },
    );
  });
});
