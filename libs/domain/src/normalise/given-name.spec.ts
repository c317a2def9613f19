import { faultOfName, visibleText } from './given-name.js';

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

  it.each(['a', 'ab', 'a b', ' a ', 'abcde', '  abcde  ', 'می\u200cرم', '👩‍💻', '\ue000'])(
    'takes %j',
    (text) => {
      expect(takes(text)).toBe(true);
    },
  );

  it.each(['', ' ', '\u00a0', '\u200d', 'a\u200d', '\u200b', 'a\u202eb', 'a\nb', 'abcdef', 'a\ufeff'])(
    'refuses %j',
    (text) => {
      expect(takes(text)).toBe(false);
    },
  );
});
