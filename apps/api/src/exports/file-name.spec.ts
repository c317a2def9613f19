import { columnsOf, contentDisposition, fileName, onlyOf, sheetName } from './file-name.js';

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

it('says which columns of a table a file has, where it has not all of them', () => {
  const columns = ['Deals closed', 'ARR closed', 'New pipe', 'Open pipe'].map((label) => ({
    id: label,
    label,
  }));
  const [deals, arr] = columns;
  expect(columnsOf(columns.slice(0, 2), columns)).toBe('of Deals closed ARR closed');
  expect(columnsOf(columns.slice(2, 3), columns)).toBe('of New pipe');
  expect(columnsOf(columns.slice(1), columns)).toBe('of ARR closed New pipe and 1 more');
  expect(columnsOf([...columns].reverse(), columns)).toBe('');
  expect(columnsOf([arr!, deals!], [deals!, arr!])).toBe('');
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
