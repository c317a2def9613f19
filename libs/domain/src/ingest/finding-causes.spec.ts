import { findingAdvice, findingCause } from './finding-causes.js';
import { mostMoneyFirst } from './finding-counts.js';
import type { FindingCount, ImportFinding } from './sheet.js';

const finding = (change: Partial<ImportFinding>): ImportFinding => ({
  row: 2,
  column: 'stage',
  code: 'unknown_value',
  message: 'What was found.',
  value: 'x',
  count: null,
  sum: null,
  ...change,
});

it('says what is known where something is not', () => {
  expect(findingCause('unknown_value', 'relevance')).toEqual({
    title: 'Values that are not known',
    advice: 'They are kept and count as other. Known are: Relevant, Question mark, Not relevant.',
  });
  expect(findingCause('unknown_value', 'stage').advice).toContain(
    'count as other. Deals with such a stage are open, won or lost nowhere. Known are: F Inbox, ',
  );
  expect(findingCause('no_client', 'client').advice).not.toContain('Known');
});

it('says of a cell what to do about all like it', () => {
  expect(findingAdvice(finding({ column: 'poa_date', code: 'unreadable_date' }))).toBe(
    'The date is left empty. Write it with day, month and year, such as 14/03/2026.',
  );
});

it('has the words of the finding where only they say it', () => {
  expect(findingAdvice(finding({ row: null, code: 'other_currency' }))).toBe('What was found.');
  expect(findingAdvice(finding({ code: 'spreadsheet_error', value: '#CALC!' }))).toBe('What was found.');
});

it('puts first what touches most money, then what there is most of', () => {
  const count = (value: number | null, all: number): FindingCount => ({
    code: 'unknown_value',
    column: null,
    count: all,
    amounts: null,
    value,
  });
  const sorted = [count(null, 3), count(5, 1), count(-7, 1), count(null, 9)].sort(mostMoneyFirst);
  expect(sorted.map(({ value, count: all }) => [value, all])).toEqual([
    [-7, 1],
    [5, 1],
    [null, 9],
    [null, 3],
  ]);
});
