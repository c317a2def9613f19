import fc from 'fast-check';
import { fold } from '../normalise/fold.js';
import { aDealWith } from '../testing/deals.js';
import { positionsOfClient, positionsOfClients } from './client-positions.js';
import { recordSetOf } from './record-set-builder.js';

const NAMES = ['Acme', 'ACME ', 'Bolt', 'Zoé', 'zoe', ''];

it('finds the records of a client that a walk over all of them finds', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...NAMES)), (names) => {
      const set = recordSetOf(names.map((client) => aDealWith({ client })));
      for (const client of [...NAMES, 'nobody'].map(fold)) {
        const walked = names.flatMap((name, at) => (fold(name) === client ? [at] : []));
        expect([...positionsOfClient(set, client)]).toEqual(walked);
      }
    }),
  );
});

it('finds the records of several clients', () => {
  const set = recordSetOf(['Acme', 'Bolt', 'Zoé', 'acme'].map((client) => aDealWith({ client })));
  expect([...positionsOfClients(set, [set.clients.indexOf('zoe'), set.clients.indexOf('acme')])]).toEqual([
    2, 0, 3,
  ]);
  expect(positionsOfClients(set, [])).toHaveLength(0);
});
