import { contentDisposition, fileName, onlyOf, sheetName } from './file-name.js';

it.each([
  [['Signal', 'poa.generated', '2026-07-01', '2026-12-31'], 'signal-poa.generated-2026-07-01-2026-12-31'],
  [['Full Funnel', 'records', '2026-11-22'], 'full-funnel-records-2026-11-22'],
  [['Équipe "Été"/../etc', 'a\r\nb'], 'équipe-été-..-etc-a-b'],
  [['...', 'x'], 'x'],
])('names a file of %j', (parts, name) => {
  expect(fileName(...parts)).toBe(name);
});

it('leaves room for each part of a name, in whole characters', () => {
  const name = fileName('x'.repeat(300), '世'.repeat(300), 'Ada', onlyOf(['😀'.repeat(99)]), '2026-11-22');
  expect(name).toBe(`${'x'.repeat(48)}-${'世'.repeat(16)}-ada-only-${'😀'.repeat(10)}-2026-11-22`);
  expect(Buffer.byteLength(fileName(...Array<string>(5).fill('😀'.repeat(99))))).toBeLessThan(251);
});

it.each([
  [[], ''],
  [[null, null], ''],
  [['Jane Smith'], 'only jane smith'],
  [['Pierre-Alexandre de Montgolfier'], 'only pierre-alexandre de montgolfier'],
  [['Jane', '', null], 'only jane unassigned'],
  [['Pierre-Alexandre', 'Philippine', 'Paul', ''], 'only pierre-alexand philippine and 2 more'],
])('says what of a list a file has: %j', (values, words) => {
  expect(onlyOf(values).toLowerCase()).toBe(words);
});

it.each([
  ['to put right', 'To put right'],
  ['poa.generated', 'Poa generated'],
  ["'a[b]:c*d?e/f\\g'", 'A b c d e f g'],
  ['x'.repeat(40), `X${'x'.repeat(30)}`],
  ['::', 'Export'],
])('names the sheet of %j', (title, name) => {
  expect(sheetName(title)).toBe(name);
});

it('says a plain name as it is', () => {
  expect(contentDisposition('signal.csv')).toBe('attachment; filename="signal.csv"');
});

it('says any other name twice: in ASCII, and exactly', () => {
  expect(contentDisposition('été-世.csv')).toBe(
    `attachment; filename="ete-_.csv"; filename*=UTF-8''%C3%A9t%C3%A9-%E4%B8%96.csv`,
  );
});
