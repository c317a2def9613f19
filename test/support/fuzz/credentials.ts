import fc from 'fast-check';

/** What stands in a header: printed characters, and those of Latin-1 that no token has. */
const HEADER_TEXT = fc.string({
  unit: fc.constantFrom(...' !"#$%&\'()*+,-./09:<=>?@AZ[\\]^_`az{|}~\u00e9\u00ff\u00a0\t'.split('')),
  maxLength: 300,
});

const FIXED = [
  '',
  'null',
  'undefined',
  'true',
  '0',
  '[object Object]',
  '{"$gt":""}',
  '{"$ne":null}',
  '$where',
  '__proto__',
  'constructor',
  '%00',
  '%',
  '%E0%A4%A',
  '../../etc/passwd',
  "' OR '1'='1",
  'a'.repeat(43),
  'a'.repeat(5_000),
  'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.',
  'j:{"user_id":"admin"}',
  's:1.signature',
];

/** What looks like a token that somebody has, and is another one. */
export function spoiltToken(token: string): fc.Arbitrary<string> {
  const at = fc.nat({ max: token.length - 1 });
  const other = fc.constantFrom(...'AZaz09-_.!'.split(''));
  return fc
    .oneof(
      { weight: 3, arbitrary: at.map((end) => token.slice(0, end)) },
      {
        weight: 3,
        arbitrary: fc.tuple(at, other).map(([i, by]) => token.slice(0, i) + by + token.slice(i + 1)),
      },
      { weight: 2, arbitrary: fc.tuple(at, other).map(([i, by]) => token.slice(0, i) + by + token.slice(i)) },
      { weight: 2, arbitrary: HEADER_TEXT.map((more) => `${token}x${more}`) },
      { weight: 3, arbitrary: HEADER_TEXT },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          token.toUpperCase(),
          token.toLowerCase(),
          Array.from(token).toReversed().join(''),
        ),
      },
      { weight: 2, arbitrary: fc.constantFrom(...FIXED) },
    )
    .filter((spoilt) => !spoilt.includes(token) || spoilt.startsWith(`${token}x`));
}
