import fc from 'fast-check';
import { HashTable, NONE } from './hash-table.js';

/** Numbers texts by a table, as its users do. */
function numbering(hashOf: (text: string) => number, keys?: number) {
  const texts: string[] = [];
  const crowded = new Map<string, number>();
  const table = new HashTable((number) => crowded.set(texts[number] ?? '', number), keys);
  const numberOf = (text: string): number => {
    for (let number = table.first(hashOf(text)); number !== NONE; number = table.next())
      if (texts[number] === text) return number;
    const known = table.isCrowded ? crowded.get(text) : undefined;
    if (known !== undefined) return known;
    texts.push(text);
    return table.add();
  };
  return { numberOf, crowded };
}

const numbersFrom0To = (count: number) => Array.from({ length: count }, (_, number) => number);

it('tells keys of the same hash apart', () => {
  const { numberOf } = numbering(() => 7);
  expect(['a', 'b', 'a', 'c', 'b'].map(numberOf)).toEqual([0, 1, 0, 2, 1]);
});

it('agrees with a Map, however bad the hashes', () => {
  const texts = fc.array(fc.string({ maxLength: 3 }), { minLength: 100, maxLength: 400 });
  fc.assert(
    fc.property(
      texts,
      fc.integer({ min: 1, max: 500 }),
      fc.integer({ min: 1, max: 64 }),
      (all, hashes, keys) => {
        const { numberOf } = numbering(
          (text) => (text.length * 31 + (text.codePointAt(0) ?? 0)) % hashes,
          keys,
        );
        const known = new Map<string, number>();
        for (const text of all) {
          if (!known.has(text)) known.set(text, known.size);
          expect(numberOf(text)).toBe(known.get(text));
        }
      },
    ),
  );
});

it('finds every key again after it has grown', () => {
  const { numberOf } = numbering((text) => Math.imul(Number(text), 0x9e37_79b1), 1);
  const all = numbersFrom0To(10_000);
  expect(all.map((number) => numberOf(String(number)))).toEqual(all);
  expect(all.map((number) => numberOf(String(number)))).toEqual(all);
});

it('gives up on keys that collide after some probes, and says which they are', () => {
  const { numberOf, crowded } = numbering(() => 0);
  const given = numbersFrom0To(100).map((number) => numberOf(String(number)));
  expect(given).toEqual(numbersFrom0To(100));
  expect([...crowded.values()]).toEqual(given.slice(32));
  expect(numberOf('99')).toBe(99);
});
