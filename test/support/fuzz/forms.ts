import type { Random } from './random.js';

/** A form as it is sent. */
export interface Form {
  readonly type: string;
  readonly body: string;
}

const LINE = '\r\n';
const TYPES = [
  'multipart/form-data',
  'multipart/form-data; boundary=',
  'multipart/form-data; boundary=b; boundary=c',
  'multipart/form-data; charset=utf-8; boundary="b"',
  'multipart/form-data;boundary=b;',
  `multipart/form-data; boundary=${'b'.repeat(200)}`,
  'multipart/mixed; boundary=b',
  'MULTIPART/FORM-DATA; BOUNDARY=b',
];
const DISPOSITIONS = [
  'form-data; name="file"; filename="a.csv"',
  'form-data; name="file"',
  'form-data; name=file; filename=a.csv',
  'form-data; name="file"; filename*=UTF-8\'\'%E2%82%AC.csv',
  'form-data; name="file"; filename*=UTF-8\'\'%ZZ%',
  'form-data; name="file"; filename="../../etc/passwd"',
  'form-data; name="file"; filename=""',
  'form-data; name="__proto__"; filename="a.csv"',
  'form-data; name="constructor"',
  'form-data; name="',
  'attachment; filename="a.csv"',
  'form-data',
  '',
];
const HEADERS = [
  'Content-Type: text/csv',
  'Content-Type: application/json',
  'Content-Type: ;;',
  'Content-Transfer-Encoding: base64',
  'X: ',
  ':',
  'no colon',
  `X-Long: ${'x'.repeat(9_000)}`,
];
const CONTENTS = [
  '',
  'Client\nAcme\n',
  '{',
  '\u0000\u0001',
  'a'.repeat(3_000),
  '--b',
  '\r\n--b\r\n',
  '\ufeffClient',
];
const ENDS = ['--b--\r\n', '--b--', '--b', '', '--c--\r\n', 'trailing'];

/** A form as somebody could send who means no good, or whose library is broken. */
export function randomForm(random: Random): Form {
  const type = random.one(['multipart/form-data; boundary=b', 'multipart/form-data; boundary=b', ...TYPES]);
  const parts = random.many(random.one([1, 2, 3, 14]), () => randomPart(random));
  const body = parts.join('') + random.one(ENDS);
  return { type, body: random.whole(3) === 0 ? body.slice(0, random.whole(body.length + 1)) : body };
}

function randomPart(random: Random): string {
  const headers = [
    `Content-Disposition: ${random.one(DISPOSITIONS)}`,
    ...random.many(2, () => random.one(HEADERS)),
  ];
  return ['--b', ...headers, '', random.one(CONTENTS), ''].join(random.whole(8) === 0 ? '\n' : LINE);
}
