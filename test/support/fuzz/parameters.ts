import fc from 'fast-check';
import type { Fillings, Parameter } from '../api-document.js';
import type { NamedOperation } from '../matrix-requests.js';

const ODD = [
  'a',
  '0',
  '-1',
  '1.5',
  '9007199254740993',
  '1e400',
  '2026-02-30',
  '0000-01-01',
  '9999-12-31',
  'null',
  'true',
  '{"$gt":""}',
  '__proto__',
  'constructor',
  '\u0000',
  '\u202e',
  '💥',
  '%',
  '%2e%2e%2f',
  '<script>alert(1)</script>',
  "' OR 1=1 --",
  'x'.repeat(300),
  `${'a'.repeat(60)}!`,
];

/** Addresses of an operation: good values for most of what it takes, odd ones for the rest, some of it left out. */
export function randomAddress({ path, operation }: NamedOperation, fillings: Fillings): fc.Arbitrary<string> {
  const asked = (operation.parameters ?? []).filter((parameter) => parameter.in !== 'header');
  return fc.tuple(...asked.map((parameter) => valueOf(parameter, fillings))).map((values) => {
    const named = asked.map((parameter, at) => [parameter, values[at] ?? null] as const);
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(named.find(([parameter]) => parameter.name === name)?.[1] ?? 'a'),
    );
    const query = new URLSearchParams();
    for (const [parameter, value] of named)
      if (parameter.in === 'query' && value !== null) query.append(parameter.name, value);
    return query.size === 0 ? filled : `${filled}?${query.toString()}`;
  });
}

function valueOf({ name, in: place, schema }: Parameter, fillings: Fillings): fc.Arbitrary<string | null> {
  const good = fillings[name] ?? schema.enum ?? schema.items?.enum ?? [];
  // Where a path has nothing, or dots, it is another path.
  const text = fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .filter((odd) => place === 'query' || !['', '.', '..'].includes(odd));
  const odd = fc.oneof(fc.constantFrom(...ODD), text);
  const given = good.length > 0 ? fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...good) }, odd) : odd;
  return place === 'path' ? given : fc.oneof(given, fc.constant(null));
}

/** Bodies like one that is good: as it is, or with something else in place of one of its values. */
export function randomBodyLike(example: unknown): fc.Arbitrary<unknown> {
  const spoilt = fc
    .tuple(fc.nat(), fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(...ODD)))
    .map(([at, by]) => replaced(example, at, by));
  return fc.oneof({ weight: 4, arbitrary: spoilt }, fc.constant(example), fc.jsonValue({ maxDepth: 3 }));
}

/** With another value at one place, which goes through the levels as the number says. */
function replaced(value: unknown, at: number, by: unknown): unknown {
  if (typeof value !== 'object' || value === null) return by;
  const keys = Object.keys(value);
  const key = keys[at % (keys.length + 1)];
  if (key === undefined) return by;
  const inner = replaced((value as Record<string, unknown>)[key], Math.floor(at / (keys.length + 1)), by);
  return Array.isArray(value) ? value.with(Number(key), inner) : { ...value, [key]: inner };
}
