import { sheetRowAddress } from './sheet-row';

const SHEET = 'https://docs.google.com/spreadsheets/d/1AbC/edit';
const source = (url: string | null, type: 'csv' | 'google_sheets' = 'google_sheets') => ({
  type,
  name: 'Deals',
  url,
  size: 1,
});

it.each([
  [`${SHEET}#gid=7`, `${SHEET}#gid=7&range=12%3A12`],
  [`${SHEET}?gid=7#gid=7`, `${SHEET}?gid=7#gid=7&range=12%3A12`],
  [`${SHEET}?gid=7`, `${SHEET}?gid=7#gid=7&range=12%3A12`],
  [SHEET, `${SHEET}#range=12%3A12`],
])('opens a row of %s', (url, address) => {
  expect(sheetRowAddress(source(url), 12)).toBe(address);
});

it('opens nothing of a file, of the whole sheet, or of what is no address', () => {
  expect(sheetRowAddress(source(SHEET, 'csv'), 12)).toBeNull();
  expect(sheetRowAddress(source(SHEET), null)).toBeNull();
  expect(sheetRowAddress(source('Deals'), 12)).toBeNull();
  expect(sheetRowAddress(source(null), 12)).toBeNull();
});
