import fc from 'fast-check';
import { PairNumbers } from './pair-numbers.js';

describe('PairNumbers', () => {
  it('numbers pairs as they come, equal ones alike', () => {
    const numbers = new PairNumbers();
    expect(numbers.numberOf('acme', 'Lost')).toBe(0);
    expect(numbers.numberOf('acme', 'A Closed')).toBe(1);
    expect(numbers.numberOf('acme', 'Lost')).toBe(0);
    expect(numbers.numberOf('acmeLost', '')).toBe(2);
  });

  it('does what a Map of both does, for thousands of pairs', () => {
    const pairs = fc.array(fc.tuple(fc.string({ maxLength: 3 }), fc.constantFrom('', 'a', 'b')), {
      minLength: 3_000,
      maxLength: 5_000,
    });
    fc.assert(
      fc.property(pairs, (all) => {
        const numbers = new PairNumbers();
        const known = new Map<string, number>();
        for (const [first, second] of all) {
          const key = JSON.stringify([first, second]);
          if (!known.has(key)) known.set(key, known.size);
          expect(numbers.numberOf(first, second)).toBe(known.get(key));
        }
      }),
      { numRuns: 5 },
    );
  });

  it('numbers pairs that were made to collide', () => {
    const numbers = new PairNumbers();
    const pairs = collidingTexts(300);
    const given = pairs.map((text) => numbers.numberOf(text, 'x'));
    expect(given).toEqual([...pairs.keys()]);
    expect(pairs.map((text) => numbers.numberOf(text, 'x'))).toEqual(given);
  });
});

/* Texts of two characters whose FNV-1a hashes end alike in the bits that choose a place. */
function collidingTexts(count: number): string[] {
  const byPlace = new Map<number, string[]>();
  for (let first = 1; ; first++) {
    for (let second = 1; second < 0xd000; second += 7) {
      const text = String.fromCharCode(first, second);
      const place = hash('x', hash(text, 0x811c9dc5 | 0)) & 0xfff;
      const others = byPlace.get(place) ?? [];
      others.push(text);
      byPlace.set(place, others);
      if (others.length === count) return others;
    }
  }
}

function hash(text: string, seed: number): number {
  let value = seed;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value ^ (value >>> 15);
}
