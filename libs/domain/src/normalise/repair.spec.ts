import fc from 'fast-check';
import { repair } from './repair.js';
import { cleanText } from './text.js';
import { codeUnitOf } from './windows-1252.js';

/** What a text looks like after its UTF-8 was read as Windows-1252. */
const decodedTwice = (text: string) =>
  [...new TextEncoder().encode(text)].map((byte) => String.fromCharCode(codeUnitOf(byte))).join('');

describe('repair', () => {
  it.each([
    ['RÃ©mi', 'Rémi'],
    ['ZoÃ© & ChloÃ©', 'Zoé & Chloé'],
    ['Ã‰lise', 'Élise'],
    ['5Â\u00a0000 â‚¬', '5\u00a0000 €'],
    ['LÅ\u0093uvre', 'LÅ\u0093uvre'],
    ['LÅ“uvre', 'Lœuvre'],
    ['itâ€™s', 'it’s'],
    ['ðŸ˜€', '😀'],
    ['Ã\u0081lvaro', 'Álvaro'],
  ])('%j becomes %j', (text, repaired) => {
    expect(repair(text)).toBe(repaired);
  });

  it.each(['Rémi', 'Ângela', 'SÃO PAULO', 'Å', 'â€', 'ð', 'Ã', 'Ä\u0160', 'Ã€é'.slice(1)])(
    'leaves %j, which no decoding error made',
    (text) => {
      expect(repair(text)).toBe(text);
    },
  );

  it('comes before trimming: the second half of à is a no-break space', () => {
    expect(cleanText('voilÃ\u00a0')).toBe('voilà');
  });

  it('repairs any accented text, also one decoded wrongly once more', () => {
    const accented = fc.string({ unit: fc.constantFrom('a', ' ', 'é', 'à', 'Ç', 'œ', 'Š', '€', '’', '£') });
    fc.assert(
      fc.property(accented, fc.integer({ min: 1, max: 2 }), (text, times) => {
        let broken = text;
        for (let time = 0; time < times; time++) broken = decodedTwice(broken);
        expect(repair(broken)).toBe(text);
      }),
    );
  });

  it('changes nothing the second time', () => {
    const suspicious = fc.string({
      unit: fc.constantFrom('Ã', 'ƒ', 'Â', '©', 'â', '‚', '¬', 'ð', 'Ÿ', '˜', 'é', 'x'),
    });
    fc.assert(fc.property(suspicious, (text) => expect(repair(repair(text))).toBe(repair(text))));
  });

  it('takes time in proportion to the text, whatever is in it', () => {
    const text = 'Ã'.repeat(500) + 'ƒ'.repeat(200_000);
    expect(repair(text)).toBe('Ã'.repeat(500));
  });
});
