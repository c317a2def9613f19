import fc from 'fast-check';
import { fold } from '../../normalise/fold.js';
import { recordSetOf } from '../../record-set/record-set-builder.js';
import { aDealWith } from '../../testing/deals.js';
import { clientNumbersOf } from './client-numbers.js';

const setsOf = (...views: string[][]) =>
  views.map((clients) => recordSetOf(clients.map((client) => aDealWith({ client }))));

it('gives a client one number wherever it occurs', () => {
  const numbers = clientNumbersOf(setsOf(['Acmé', 'Globex'], ['', 'ACME', 'Initech']));
  expect(numbers).toMatchObject({ count: 4, unnamed: 2 });
  expect(numbers.ofClient.map((list) => [...list])).toEqual([
    [0, 1],
    [2, 0, 3],
  ]);
  expect(clientNumbersOf([])).toEqual({ count: 0, unnamed: -1, ofClient: [] });
});

it('tells texts of the same hash apart', () => {
  const [first, second] = setsOf(['Acme'], ['Globex']);
  const sets = [first!, { ...second!, clientHashes: first!.clientHashes }];
  expect(clientNumbersOf(sets).ofClient.map((list) => [...list])).toEqual([[0], [1]]);
});

it('agrees with a Map, whatever the texts', () => {
  const names = fc.array(fc.string({ unit: 'grapheme', maxLength: 4 }), { maxLength: 40 });
  fc.assert(
    fc.property(fc.array(names, { maxLength: 4 }), (views) => {
      const sets = setsOf(...views);
      const known = new Map<string, number>();
      const expected = sets.map(({ clients }) =>
        clients.map((client) => known.get(client) ?? (known.set(client, known.size), known.size - 1)),
      );
      const { count, ofClient } = clientNumbersOf(sets);
      expect(ofClient.map((list) => [...list])).toEqual(expected);
      expect(count).toBe(new Set(views.flat().map(fold)).size);
    }),
  );
});

it('is found again for another list of the same sets, and not for another order', () => {
  const [one, other] = setsOf(['Acme'], ['Globex']);
  const numbers = clientNumbersOf([one!, other!]);
  expect(clientNumbersOf([one!, other!])).toBe(numbers);
  expect(clientNumbersOf([other!, one!])).not.toBe(numbers);
  expect(clientNumbersOf([one!])).not.toBe(numbers);
});
