import { sniff } from './sniff.js';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('sniff', () => {
  it.each([
    ['', 'empty'],
    [' \r\n\t', 'empty'],
    ['\ufeff\n', 'empty'],
    ['Client,Stage\n', 'csv'],
    ['\ufeffClient', 'csv'],
    ['%PDF-1.7', 'binary'],
    ['PK\u0003\u0004', 'binary'],
    ['GIF89a', 'binary'],
    ['Client\u0000', 'binary'],
  ])('%j is %s', (text, kind) => {
    expect(sniff(bytes(text))).toBe(kind);
  });

  it.each([
    [0x89, 0x50, 0x4e, 0x47],
    [0xff, 0xd8, 0xff, 0xe0],
    [0x1f, 0x8b, 8],
    [0xff, 0xfe, 0x43],
  ])('bytes %d %d %d are binary', (...file) => {
    expect(sniff(Uint8Array.from(file))).toBe('binary');
  });

  it('Windows-1252 text is a sheet', () => {
    expect(sniff(Uint8Array.from([0x43, 0xe9, 0x80]))).toBe('csv');
  });
});
