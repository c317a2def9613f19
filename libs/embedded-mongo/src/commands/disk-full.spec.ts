import { rmSync } from 'node:fs';
import { documentOf } from '../bson/build.js';
import { EMPTY_DOCUMENT, fromJs } from '../bson/value.js';
import { CommandError } from '../errors/command-error.js';
import { sweepPeriodically } from '../server/ttl.js';
import { Store } from '../storage/store.js';
import { temporaryFolder } from '../testing/test-server.js';
import { Engine } from './engine.js';

const MIB = 1024 * 1024;
const EXPIRING = {
  name: 'at_1',
  key: fromJs({ at: 1 }),
  fields: ['at'],
  isUnique: false,
  isSparse: false,
  expireAfterSeconds: 0,
};

describe('a full disk', () => {
  const folder = temporaryFolder();
  let room: number | null = null;
  let looks = 0;
  const store = new Store(folder, () => {
    looks++;
    return room;
  });
  const engine = new Engine(store);
  const write = (run: () => void) =>
    engine.write(() => {
      run();
      return EMPTY_DOCUMENT;
    });
  const insert = (collection: string) =>
    write(() => engine.collectionFor(collection).insert(documentOf({ at: new Date(0) })));
  const untilIs = async (isSo: () => boolean) => {
    while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  afterAll(async () => {
    engine.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('refuses what is written, by the code of MongoDB, and what is read is there', async () => {
    await insert('spec.deals');
    room = MIB;
    await expect(insert('spec.deals')).rejects.toMatchObject({ code: 14_031 });
    expect(engine.catalog.find('spec.deals')?.count).toBe(1);
    room = 1_000 * MIB;
    await insert('spec.deals');
    expect(engine.catalog.find('spec.deals')?.count).toBe(2);
  });

  it('is not seen in a refusal of the same number', () => {
    const refusal = new CommandError('PathNotViable', 'no such path');
    const refuse = () => {
      throw refusal;
    };
    expect(() => store.transaction(refuse)).toThrow(refusal);
  });

  it('ends no work in the background: it is done once there is room', async () => {
    await insert('spec.dropped');
    await write(() => {
      const passing = engine.collectionFor('spec.passing');
      engine.catalog.addIndex(passing, EXPIRING).next();
      passing.insert(documentOf({ at: new Date(0) }));
    });
    const dropped = engine.catalog.find('spec.dropped');
    await write(() => dropped && engine.catalog.drop(dropped));
    const isKept = () => dropped?.isEmpty === false;
    const left = () => engine.catalog.find('spec.passing')?.count;
    room = 0;
    looks = 0;
    const stopSweeping = sweepPeriodically(engine, 0.005);
    await untilIs(() => looks > 20);
    expect([isKept(), left()]).toEqual([true, 1]);
    room = null;
    await untilIs(() => !isKept() && left() === 0);
    stopSweeping();
  });
});
