import { type Deal, normaliseStored, recordSetOf, toStored } from '@app/domain';
import { BSON, ObjectId } from 'mongodb';
import { recordRefs } from './record-refs.js';
import { memoryOf, StagedRecordsBuilder } from './staged-records.js';

const deals = ['Acme', 'Acmé', 'Globex', ''].map((client, at): Deal =>
  normaliseStored({
    id: `deal-${at}`,
    client,
    stage: at % 2 ? 'A Closed' : 'Somewhere',
    owner: at === 3 ? null : 'Rémi',
    pipeline: at === 1 ? null : 1000.5 * at,
    discovery_date: new Date('2026-03-01'),
  }),
);
const ids = [new ObjectId(), 'theirs', 7, new ObjectId()];

const built = (given: readonly unknown[]) => {
  const builder = new StagedRecordsBuilder();
  for (const [at, deal] of deals.entries()) builder.add(deal, given[at]);
  return builder.build();
};

it('are in another thread what would be read back from the database', () => {
  const staged = built(ids);
  if (!staged) throw new Error('Nothing was staged.');
  const arrived = structuredClone(staged, { transfer: memoryOf(staged) });
  const readBack = deals.map((deal) =>
    normaliseStored(BSON.deserialize(BSON.serialize(toStored(deal, new Date(0))))),
  );
  expect(arrived.set).toEqual(recordSetOf(readBack));
  const refs = recordRefs(arrived.ids);
  expect(ids.map((_, at) => String(refs.at(at)))).toEqual(ids.map(String));
  expect(staged.ids.bytes).toHaveLength(0);
});

it('are read back where an id is of a class that another thread does not know', () => {
  expect(built([...ids.slice(1), new BSON.Long(1)])).toBeNull();
});
