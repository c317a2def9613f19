import fc from 'fast-check';
import { fold } from '../../normalise/fold.js';
import { recordSetOf } from '../../record-set/record-set-builder.js';
import { asking } from '../../testing/asking.js';
import { aDealWith } from '../../testing/deals.js';
import { selectRecords } from './select-records.js';

const found = (clients: readonly string[], search: string) => {
  const set = recordSetOf(clients.map((client) => aDealWith({ client })));
  return [...selectRecords(set, { filters: {}, search, sort: null }, asking())];
};

it.each([
  ['acme', [0, 1, 4]],
  ['CMÉ L', [1]],
  ['eg', []],
  ['e', [0, 1, 2, 3, 4]],
  ['  ', [0, 1, 2, 3, 4, 5]],
  // Marks alone, of which folding leaves nothing.
  ['\u0301', [0, 1, 2, 3, 4, 5]],
  ['x', []],
])('finds %j in the names of clients', (search, expected) => {
  expect(found(['Acme', 'Acmé Labs', 'Globe', 'Hotel', 'ACME', ''], search)).toEqual(expected);
});

it('finds what is within one name, never across two that follow each other', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'é', ' '), maxLength: 5 });
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 12 }), letters, (clients, search) => {
      const expected = clients.flatMap((client, at) => (fold(client).includes(fold(search)) ? [at] : []));
      expect(found(clients, search)).toEqual(expected);
    }),
  );
});
