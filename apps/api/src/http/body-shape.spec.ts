import { faultOfShape } from './body-shape.js';

const LIMITS = { keys: 3, levels: 4, values: 6 };
const faultOf = (body: unknown) => faultOfShape(body, LIMITS);

/** `{"a": {"a": ...}}`, so many objects in one another. */
const nested = (levels: number): unknown =>
  JSON.parse(`${'{"a":'.repeat(levels - 1)}{}${'}'.repeat(levels - 1)}`);

/** An object of 100,000 keys that counts how many of them are read. */
function counting(): { body: object; read: () => number } {
  let reads = 0;
  const plain = Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`key${at}`, 0]));
  const get = (target: object, key: string | symbol): unknown => {
    reads += 1;
    return Reflect.get(target, key) as unknown;
  };
  return { body: new Proxy(plain, { get }), read: () => reads };
}

describe('faultOfShape', () => {
  it.each([
    ['nothing', {}],
    ['as many keys as may be', { a: 1, b: 2, c: 3 }],
    ['as deep as may be', nested(4)],
    ['as many values as may be', { a: [1, 2, 3, 4, 5] }],
    ['lists in lists', { a: [[[]]] }],
  ])('lets pass: %s', (_, body) => {
    expect(faultOf(body)).toBeNull();
  });

  it.each([
    ['a list', [], 'The body must be a JSON object.'],
    ['null', null, 'The body must be a JSON object.'],
    ['a text', 'a', 'The body must be a JSON object.'],
    ['a number', 7, 'The body must be a JSON object.'],
    ['a key too many', { a: 1, b: 2, c: 3, d: 4 }, 'An object of the body has more than 3 keys.'],
    ['one inside', { a: { a: 1, b: 2, c: 3, d: 4 } }, 'An object of the body has more than 3 keys.'],
    ['one in a list', { a: [{ a: 1, b: 2, c: 3, d: 4 }] }, 'An object of the body has more than 3 keys.'],
    ['a level too many', nested(5), 'The body is nested deeper than 4 levels.'],
    ['lists too deep', { a: [[[[]]]] }, 'The body is nested deeper than 4 levels.'],
    ['too many entries', { a: [1, 2, 3, 4, 5, 6] }, 'The body holds more than 6 values.'],
    ['too much altogether', { a: { b: [1, 2] }, c: [1, 2] }, 'The body holds more than 6 values.'],
  ])('refuses: %s', (_, body, fault) => {
    expect(faultOf(body)).toBe(fault);
  });

  it.each([{ a: 'a\ud800' }, { a: ['\udc00'] }, { 'a\ud800': 1 }])('refuses half a character: %#', (body) => {
    expect(faultOf(body)).toBe('A text of the body holds half a character.');
  });

  it.each([
    ['__proto__', '{"__proto__":1}'],
    ['__proto__', '{"a":[{"__proto__":{"isAdmin":true}}]}'],
    ['constructor', '{"constructor":{"prototype":{"isAdmin":true}}}'],
  ])('refuses by its name what means something to the language: %s', (key, text) => {
    expect(faultOf(JSON.parse(text))).toBe(`A key of the body is named "${key}", which no key may be.`);
  });

  it('lets pass a text of such a name, and a value', () => {
    expect(faultOf({ a: '__proto__', constructor: 'x' })).toBeNull();
  });

  it('reads no more of a body than its limits allow', () => {
    const { body, read } = counting();
    expect(faultOf(body)).toMatch(/more than 3 keys/);
    expect(read()).toBeLessThanOrEqual(LIMITS.keys + 1);
  });

  it('finds the end of what is nested by the ten thousand', () => {
    expect(faultOf(nested(30_000))).toMatch(/deeper than 4/);
  });
});
