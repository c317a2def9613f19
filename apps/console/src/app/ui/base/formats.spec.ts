import { TestBed } from '@angular/core/testing';
import { Formats } from './formats';

describe('formats', () => {
  let formats: Formats;
  beforeEach(() => (formats = TestBed.inject(Formats)));

  it.each([
    [1_234_567, '$1.23M'],
    [947_000, '$947K'],
    [12_000_000, '$12M'],
    [-330_000, '−$330K'],
    [0, '$0'],
    [-0, '$0'],
    [null, '–'],
  ])('writes %d short as %s', (value, written) => {
    expect(formats.moneyShort(value)).toBe(written);
  });

  it('writes values as short as they can be', () => {
    const money = [24_400_000, 2_440_000, 136_800_000, 3_199, 470, null].map((value) =>
      formats.shortest(value, 'money'),
    );
    expect(money).toEqual(['$24M', '$2.4M', '$137M', '$3.2K', '$470', '–']);
    const counts = [1_261, 12_493, 826, 4.5].map((value) => formats.shortest(value, 'count'));
    expect(counts).toEqual(['1.3K', '12K', '826', '4.5']);
    expect(formats.shortest(0.73, 'ratio')).toBe('73%');
  });

  it.each([
    [1_234, '1,234'],
    [174.4, '174'],
    [9.96, '10'],
    [4.53, '4.5'],
    [0.93, '0.9'],
    [3, '3'],
    [-12.6, '−13'],
  ])('writes the count %d as %s', (value, written) => {
    expect(formats.count(value)).toBe(written);
  });

  it('writes money in full, in the currency of the installation', () => {
    expect(formats.money(1_234_567.4)).toBe('$1,234,567');
    formats.currency.set('EUR');
    expect(formats.money(1_234_567.4)).toBe('€1,234,567');
  });

  it.each([
    [48_000, '+$48,000'],
    [-48_000, '−$48,000'],
    [0, '$0'],
    [-0.4, '$0'],
  ])('writes the difference %d as %s', (value, written) => {
    expect(formats.moneyDifference(value)).toBe(written);
  });

  it('writes amounts that are read together so that they add up', () => {
    const plain = formats.together([5_000, 4_000, 1_000]);
    expect([plain.money(5_000), plain.difference(-1_000)]).toEqual(['$5,000', '−$1,000']);
    // Rounded by themselves these would be 5,094 less 5,374 and −281.
    const exact = formats.together([5_093.5, 5_374.2, -280.7]);
    expect([exact.money(5_093.5), exact.money(5_374.2), exact.difference(5_093.5 - 5_374.2)]).toEqual([
      '$5,093.50',
      '$5,374.20',
      '−$280.70',
    ]);
    expect([exact.difference(0.001), exact.difference(0.5)]).toEqual(['$0.00', '+$0.50']);
    expect(formats.together([0.1 + 0.2 + 0.7]).money(1)).toBe('$1');
  });

  it('writes a fraction as a percentage, also above 100 %', () => {
    expect(formats.share(0.735)).toBe('74%');
    expect(formats.share(1.2)).toBe('120%');
    expect(formats.share(0.003)).toBe('<1%');
    expect(formats.share(0.005)).toBe('1%');
    expect(formats.share(0)).toBe('0%');
    expect(formats.share(0.998)).toBe('>99%');
    expect(formats.share(1)).toBe('100%');
    expect(formats.share(null)).toBe('–');
  });

  it('never shifts a calendar date by a time zone', () => {
    formats.timeZone.set('Pacific/Honolulu');
    expect(formats.date('2026-07-01')).toBe('1 Jul 2026');
    expect(formats.month('2026-01', true)).toBe('Jan 2026');
  });

  it('shows an instant in the time zone of the installation', () => {
    formats.timeZone.set('Europe/Paris');
    expect(formats.at('2026-11-22T23:30:00.000Z')).toBe('23 Nov, 00:30');
  });

  it.each([
    [20_000, 'just now'],
    [12 * 60_000, '12 min ago'],
    [5 * 3_600_000, '5 h ago'],
    [3 * 86_400_000, '3 days ago'],
    [-60_000, 'just now'],
  ])('says how long ago %d ms are', (age, words) => {
    const now = Date.parse('2026-11-22T12:00:00.000Z');
    expect(formats.ago(new Date(now - age).toISOString(), now)).toBe(words);
  });
});
