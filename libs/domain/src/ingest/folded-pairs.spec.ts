import fc from 'fast-check';
import { textHash } from '../data-structures/text-hash.js';
import { fold } from '../normalise/index.js';
import { FoldedPairs } from './folded-pairs.js';

describe('FoldedPairs', () => {
  it('numbers pairs in their order, and gives equal ones the same number', () => {
    const numbers = new FoldedPairs();
    expect(numbers.numberOf('acme', 'Lost')).toBe(0);
    expect(numbers.numberOf('acme', 'A Closed')).toBe(1);
    expect(numbers.numberOf(' Acmé', 'Lost')).toBe(0);
    expect(numbers.numberOf('acmeLost', '')).toBe(2);
    expect(numbers.numberOf('ACME', ' lost')).toBe(0);
  });

  it('agrees with a Map of both texts, for thousands of pairs', () => {
    const pairs = fc.array(
      fc.tuple(
        fc.string({ unit: fc.constantFrom('a', 'A', 'b', 'É', 'e', ' ', '\t', '-', '[', '{'), maxLength: 5 }),
        fc.constantFrom('', 'a', 'b', 'B', 'é', 'e ', 'É'),
      ),
      {
        minLength: 3_000,
        maxLength: 5_000,
      },
    );
    fc.assert(
      fc.property(pairs, (all) => {
        const numbers = new FoldedPairs();
        const known = new Map<string, number>();
        for (const [first, second] of all) {
          const key = JSON.stringify([fold(first), fold(second)]);
          if (!known.has(key)) known.set(key, known.size);
          expect(numbers.numberOf(first, second)).toBe(known.get(key));
        }
      }),
      { numRuns: 5 },
    );
  });

  it('numbers pairs that were made to collide', () => {
    const numbers = new FoldedPairs();
    const pairs = collidingTexts(300);
    const given = pairs.map((text) => numbers.numberOf(text, 'x'));
    expect(given).toEqual([...pairs.keys()]);
    expect(pairs.map((text) => numbers.numberOf(text, 'x'))).toEqual(given);
  });
});

/* Texts whose hashes end alike in the bits that choose a slot. */
function collidingTexts(count: number): string[] {
  const texts: string[] = [];
  for (let number = 0; texts.length < count; number++) {
    const text = number.toString(36);
    if ((textHash('x', textHash(text)) & 0xfff) === 0) texts.push(text);
  }
  return texts;
}
