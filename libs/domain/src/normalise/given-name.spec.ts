import { faultOfName, nameKey, visibleText, visibleTextOrNone } from './given-name.js';

describe('faultOfName', () => {
  it.each(['deals 2026 (final).csv', 'Zoé d’Été', '営業.csv', 'مبيعات.csv', '👩‍💻.csv', 'x'.repeat(255), ''])(
    'takes %j',
    (name) => {
      expect(faultOfName(name)).toBeNull();
    },
  );

  it.each([
    '\u0000',
    '\t',
    '\n',
    '\r',
    '\u001b[31m',
    '\u007f',
    '\u0085',
    '\u061c',
    '\u200b',
    '\u200e',
    '\u2028',
    '\u202e',
    '\u2066',
    '\u2060',
    '\ufeff',
    '\ud800',
    '\u{e0041}',
  ])('refuses %j', (sign) => {
    expect(faultOfName(`deals${sign}fdp.csv`)).toBe('has invisible or control characters');
  });

  it('refuses a name that is too long to read', () => {
    expect(faultOfName('x'.repeat(70_000))).toBe('is longer than 255 characters');
  });
});

describe('visibleText', () => {
  const takes = (text: string) => visibleText(5).test(text);

  it.each([
    'a',
    'ab',
    'a b',
    ' a ',
    'abcde',
    '  abcde  ',
    'می\u200cرم',
    '👩‍💻',
    '❤\ufe0f',
    'a\u200d',
    '\ue000',
  ])('takes %j', (text) => {
    expect(takes(text)).toBe(true);
  });

  it.each([
    '',
    ' ',
    '\u00a0',
    'a\u00a0',
    '\u200d',
    '\u200d\u200d',
    '\ufe0f',
    '\u200b',
    'a\u202eb',
    'a\u206ab',
    'a\u2065',
    'a\uffff',
    'a\u{e0fff}',
    '\u3164',
    'a\nb',
    'abcdef',
    'a\ufeff',
    'a\ud800',
  ])('refuses %j', (text) => {
    expect(takes(text)).toBe(false);
  });

  it('may be none where none is needed', () => {
    const texts = ['', '  ', 'ab', '\u200d\u200d', '\u00a0'];
    expect(texts.map((text) => visibleTextOrNone(5).test(text))).toEqual([true, true, true, false, false]);
  });

  it('is found soon, however long a text is', () => {
    expect(visibleText(80).test('a\u200d'.repeat(50_000))).toBe(false);
    expect(visibleText(80).test(`${' '.repeat(100_000)}\n`)).toBe(false);
  });
});

describe('nameKey', () => {
  it.each([
    ['Forecast Q4', 'fore\u200dcast  q4'],
    ['Anne Q', ' An\u180ene\u00a0Q'],
    ['Zoé', 'Zoe\u0301'],
    ['❤\ufe0f', '❤'],
  ])('is the same for %j and %j', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  it('tells names apart that readers tell apart', () => {
    expect(new Set(['Zoé', 'Zoe', 'Zoe Q', 'ZoeQ'].map(nameKey)).size).toBe(4);
  });
});
