import type { Random } from './random.js';

/** A body as it is sent, and what is special about it. */
export interface Body {
  readonly what: string;
  readonly text: string;
}

const keys = (count: number, name = 'key') =>
  Array.from({ length: count }, (_, at) => `"${name}${at}":0`).join();
const list = (count: number, entry: string) => `[${Array.from({ length: count }, () => entry).join()}]`;
const nested = (levels: number, open: string, close: string) => open.repeat(levels) + close.repeat(levels);

/** Bodies that are known to have hurt somebody; `known` are the keys that the route reads. */
export function hostileBodies(known: readonly string[]): Body[] {
  const whole = [
    ['80,000 unknown keys', `{${keys(80_000)}}`],
    ['7,000 unknown keys', `{${keys(5_000)}}`],
    ['100 unknown keys', `{${keys(100)}}`],
    ['100 long unknown keys', `{${keys(100, 'k'.repeat(600))}}`],
    ['a list of a megabyte', list(500_000, '1')],
    ['a list of lists', list(20_000, '[]')],
    ['30,000 lists in one another', nested(30_000, '[', ']')],
    ['12,000 objects in one another', nested(12_000, '{"a":', '}').replace(':}', ':0}')],
    ['lists without an end', '['.repeat(60_000)],
    ['blanks', ' '.repeat(60_000)],
    ['nothing', ''],
    ['half an object', '{"a":'],
    ['more than one value', '{} {}'],
    ['a mark of the byte order', '\uFEFF{}'],
    ['a number beyond numbers', '{"a":1e400}'],
    ['the prototype', '{"__proto__":{"isAdmin":true}}'],
    ['the prototype of the constructor', '{"constructor":{"prototype":{"isAdmin":true}}}'],
    ...['null', 'true', '7', '"text"', '[]', '{}'].map((value) => [`only ${value}`, value]),
    ...['constructor', 'hasOwnProperty', 'toString', 'toJSON', 'then', 'length', '$where', 'a.b', ''].map(
      (key) => [`the key "${key}"`, `{"${key}":1}`],
    ),
  ];
  const bodies = whole.map(([what = '', text = '']) => ({ what, text }));
  return [
    ...bodies,
    ...known.flatMap((key) =>
      hostileValues.map(([what, value]) => ({ what: `${key}: ${what}`, text: `{"${key}":${value}}` })),
    ),
  ];
}

const hostileValues: readonly (readonly [string, string])[] = [
  ['60,000 characters', `"${'a'.repeat(60_000)}"`],
  ['60,000 characters with an @', `"${'a'.repeat(59_000)}@example.com"`],
  ['60,000 dots', `"a@${'a.'.repeat(29_000)}com"`],
  ['60,000 combining marks', `"${'\u0301'.repeat(29_000)}"`],
  ['half a character', '"\\ud800"'],
  ['nothing readable', '"\\u0000\\u200b\\u202e"'],
  ['an operator', '{"$ne":null}'],
  ['a list', list(900, '{}')],
  ['a list that is too long', list(20_000, '0')],
  ['a list of lists', list(15_000, '[]')],
  ['faulty rows', list(400, '{"stage":1,"source":1,"weight":2,"after":0}')],
  ['900 keys', `{${keys(900)}}`],
  [
    'groups of keys',
    `{${Array.from({ length: 80 }, (_, at) => `"revenue_${2000 + at}":{"jan":"x","feb":-1,"mar":{},"apr":[]}`).join()}}`,
  ],
  ['1,000 people', `{"default":6,"people":{${keys(990, 'Ann ')}}}`],
  [
    'people alike',
    `{"default":6,"people":{${Array.from({ length: 900 }, (_, at) => `"${' '.repeat(at % 40)}ann${' '.repeat(at / 40)}":1`).join()}}}`,
  ],
  ['10 levels', nested(9, '{"a":', '}').replace(':}', ':0}')],
  ['numbers', '[1e308,-0,9007199254740993,1e-400,-1e400]'],
  ['null', 'null'],
  ['false', 'false'],
];

const NAMES = [
  'a',
  '',
  '$set',
  '__proto__',
  'constructor',
  'x.y',
  'default',
  'people',
  'ключ',
  '\u202e',
  'null',
];
const TEXTS = [
  '',
  'a',
  'admin@example.com',
  '\u0000',
  '💥',
  '${7*7}',
  "' OR 1=1 --",
  '<script>',
  'NaN',
  '1e9',
  '\ud800',
];
const NUMBERS = [0, -1, 1.5, 1e21, Number.MAX_SAFE_INTEGER, -0, 5e-324];

/** A body that nobody thought of: valid JSON most of the time, broken at a random place otherwise. */
export function randomBody(random: Random, known: readonly string[]): Body {
  const top = random.many(4, () => [random.one([...known, ...NAMES]), randomValue(random, 5)] as const);
  const text = JSON.stringify(Object.fromEntries(top));
  const at = random.whole(text.length);
  const broken =
    text.slice(0, at) +
    random.one(['', '"', '{', ']', '\\', ',', '\u0000']) +
    text.slice(at + random.whole(3));
  return { what: 'at random', text: random.whole(4) === 0 ? broken : text };
}

function randomValue(random: Random, depth: number): unknown {
  const kind = random.whole(depth > 0 ? 6 : 4);
  if (kind === 0) return random.one(TEXTS).repeat(random.one([1, 1, 1, 300]));
  if (kind === 1) return random.one(NUMBERS);
  if (kind === 2) return random.one([true, false, null]);
  if (kind === 3) return random.whole(1_000_000);
  if (kind === 4) return random.many(8, () => randomValue(random, depth - 1));
  return Object.fromEntries(random.many(8, () => [random.one(NAMES), randomValue(random, depth - 1)]));
}
