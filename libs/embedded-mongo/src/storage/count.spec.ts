import { rmSync } from 'node:fs';
import { documentOf } from '../bson/build.js';
import { temporaryFolder } from '../testing/test-server.js';
import { Catalog } from './catalog.js';
import type { Collection } from './collection.js';
import { Store } from './store.js';

const MANY = 60_000;

describe('the number of documents', () => {
  const folder = temporaryFolder();
  let store: Store;
  let collection: Collection;
  beforeAll(async () => {
    const first = new Store(folder);
    first.transaction(() => {
      const deals = new Catalog(first, () => undefined).create('sales.deals');
      for (let _id = 0; _id < MANY; _id++) deals.insert(documentOf({ _id }));
    });
    await first.close();
  });
  beforeEach(() => {
    store = new Store(folder);
    const found = new Catalog(store, () => undefined).find('sales.deals');
    if (!found) throw new Error('The collection is gone.');
    collection = found;
  });
  afterEach(() => store.close());
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is counted in parts after a start, and once', () => {
    expect([collection.countSome(), collection.countSome(), collection.countSome()]).toEqual([
      false,
      true,
      true,
    ]);
    expect(collection.count).toBe(MANY);
  });

  it('holds for what is written meanwhile, before and behind what is counted', () => {
    expect(collection.countSome()).toBe(false);
    store.transaction(() => {
      const [first] = collection.scan();
      const [last] = collection.scan(MANY);
      for (const stored of [first, last]) if (stored) collection.remove(stored);
      for (const _id of [-1, -2, -3]) collection.insert(documentOf({ _id }));
    });
    expect(collection.count).toBe(MANY + 1);
    store.transaction(() => collection.insert(documentOf({ _id: -4 })));
    expect(collection.count).toBe(MANY + 2);
    expect([...collection.scan()]).toHaveLength(MANY + 2);
  });
});
