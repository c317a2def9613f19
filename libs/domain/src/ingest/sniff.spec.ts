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
    ['PK\u0003\u0004', 'zip'],
    ['PK\u0005\u0006', 'zip'],
    ['GIF89a', 'binary'],
    ['Client\u0000', 'csv'],
    ['\u0000\u0000\u0000\u0001\u0002MZ', 'binary'],
    ['\u0000\n', 'empty'],
  ])('%j is %s', (text, kind) => {
    expect(sniff(bytes(text))).toBe(kind);
  });

  it.each([
    [0x89, 0x50, 0x4e, 0x47],
    [0xff, 0xd8, 0xff, 0xe0],
    [0x1f, 0x8b, 8],
    [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0],
  ])('bytes %d %d %d are binary', (...file) => {
    expect(sniff(Uint8Array.from(file))).toBe('binary');
  });

  it('random bytes are binary, whatever they begin with', () => {
    const random = Uint8Array.from({ length: 1000 }, (_, at) => ((at + 65) * 167) % 256);
    expect(sniff(random)).toBe('binary');
  });

  it('text with a control character here and there is a sheet', () => {
    expect(sniff(bytes(`Client,Owner\n${'Acme\u0001,Ann Marie Louise Martin\n'.repeat(30)}`))).toBe('csv');
  });

  it('knows the container of workbooks with a password and of old ones', () => {
    expect(sniff(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toBe('ole');
  });

  it('UTF-16 is a sheet, or empty', () => {
    expect(sniff(Uint8Array.from([0xff, 0xfe, 0x43, 0]))).toBe('csv');
    expect(sniff(Uint8Array.from([0, 0x43, 0, 0x6c, 0, 0x69]))).toBe('csv');
    expect(sniff(Uint8Array.from([0xfe, 0xff, 0, 0x0a]))).toBe('empty');
  });

  it('Windows-1252 text is a sheet', () => {
    expect(sniff(Uint8Array.from([0x43, 0xe9, 0x80]))).toBe('csv');
  });
});
