import fc from 'fast-check';
import { readAmount, USE, usesWith } from '../normalise/index.js';
import { PlainAmount } from './plain-amount.js';

const DOT_DECIMALS = usesWith('.', USE.decimals);
const COMMA_GROUPS = usesWith(',', USE.groups);

function plain(text: string, isDollarOwn = true) {
  const bytes = new TextEncoder().encode(`x${text},1`);
  const reader = new PlainAmount(bytes, isDollarOwn);
  if (!reader.read(1, bytes.length - 2)) return null;
  const { amount, uses } = reader;
  return { amount, uses };
}

describe('PlainAmount', () => {
  it.each([
    ['1234', { amount: 1234, uses: 0 }],
    ['-1234.5', { amount: -1234.5, uses: DOT_DECIMALS }],
    ['"$1,234"', { amount: 1234, uses: usesWith(',', USE.open) }],
    ['"-$12,345.67"', { amount: -12345.67, uses: DOT_DECIMALS | COMMA_GROUPS }],
    ['"1,234,567"', { amount: 1234567, uses: COMMA_GROUPS }],
    ['0', { amount: 0, uses: 0 }],
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

  it('leaves amounts in dollars where the installation has another currency', () => {
    expect(plain('$5', false)).toBeNull();
    expect(plain('5', false)).toEqual({ amount: 5, uses: 0 });
  });

  it('agrees with readAmount', () => {
    const part = fc.constantFrom('1', '12', '123', '000', '005', '0', ',', '.', '-', '$', ' ', 'k');
    const text = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.boolean(), (written, isQuoted) => {
        const quick = plain(isQuoted ? `"${written}"` : written);
        fc.pre(quick !== null);
        const { amount, uses } = readAmount(written) ?? {};
        expect(quick).toEqual({ amount, uses });
      }),
      { numRuns: 1_000 },
    );
  });
});
