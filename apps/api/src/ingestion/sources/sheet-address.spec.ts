import { exportAddress, parseSheetAddress } from './sheet-address.js';

const ID = '1AbCdEfGhIjKlMnOpQrStUvWxYz_-0123456789';
const BASE = `https://docs.google.com/spreadsheets/d/${ID}`;

describe('the address of a sheet', () => {
  it.each([
    [BASE, null],
    [`${BASE}/edit`, null],
    [` ${BASE}/edit?usp=sharing `, null],
    [`${BASE}/edit#gid=12`, '12'],
    [`${BASE}/edit?gid=12#gid=12`, '12'],
    [`${BASE}/export?format=csv&gid=7`, '7'],
    [`https://docs.google.com/spreadsheets/u/0/d/${ID}/edit#gid=0`, '0'],
    [`https://docs.google.com/a/example.com/spreadsheets/d/${ID}/edit`, null],
    [` docs.google.com/spreadsheets/d/${ID}/edit#gid=7`, '7'],
    [`HTTPS://DOCS.GOOGLE.COM/spreadsheets/d/${ID}`, null],
  ])('%s names a sheet', (text, gid) => expect(parseSheetAddress(text)).toEqual({ id: ID, gid }));

  it('becomes an address made of its id alone', () => {
    expect(exportAddress({ id: ID, gid: '7' }, null).href).toBe(`${BASE}/export?format=csv&gid=7`);
    expect(exportAddress({ id: ID, gid: null }, null).href).toBe(`${BASE}/export?format=xlsx`);
    expect(exportAddress({ id: ID, gid: '7' }, 'Deals & more').href).toBe(`${BASE}/export?format=xlsx`);
  });
});
