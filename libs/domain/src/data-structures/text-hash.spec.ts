import { textHash } from './text-hash.js';

it('spreads texts that differ little over the table', () => {
  const places = new Set(Array.from({ length: 1000 }, (_, at) => textHash(`client ${at}`) & 0xffff));
  expect(places.size).toBeGreaterThan(950);
});

it('gives a text after different ones different hashes', () => {
  expect(textHash('x', textHash('a'))).not.toBe(textHash('x', textHash('b')));
});
