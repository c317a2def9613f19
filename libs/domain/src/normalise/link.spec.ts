import { isLink } from './link.js';

describe('isLink', () => {
  it.each([
    'https://app.hubspot.com/contacts/4711/deal/31',
    'HTTP://crm/7',
    'https://crm.example?deal=7',
    'app.hubspot.com/contacts/1',
    'crm.example:8080/#7',
    '1234',
    '98765432101',
  ])('%j identifies a deal', (text) => {
    expect(isLink(text)).toBe(true);
  });

  it.each([
    null,
    '',
    'N/A',
    'n/a',
    '-',
    'TBD',
    '123',
    '1.23457E+11',
    '12 345',
    'https://',
    'https://crm.example',
    'https://crm.example/',
    'crm.example',
    'crm/7',
    'https://crm.example/my deal',
    'ftp://crm.example/7',
    'javascript:alert(1)/x',
    'mailto:ann@crm.example/7',
  ])('%j does not', (text) => {
    expect(isLink(text)).toBe(false);
  });
});
