import { rmSync } from 'node:fs';
import { documentOf } from '../bson/build.js';
import { fromJs } from '../bson/value.js';
import { compileFilter } from '../matching/matcher.js';
import { Catalog } from '../storage/catalog.js';
import { type Collection, idOf } from '../storage/collection.js';
import type { CollectionIndex } from '../storage/collection-index.js';
import { Store } from '../storage/store.js';
import { temporaryFolder } from '../testing/test-server.js';
import { candidateRecords } from './plan.js';

const DOCUMENTS = 1_200;
const definition = {
  name: 'stage_1',
  key: fromJs({ stage: 1 }),
  fields: ['stage'],
  isUnique: false,
  isSparse: false,
};
const staged = (stage: number) => documentOf({ stage });

function dealsOf(catalog: Catalog): Collection {
  const found = catalog.find('sales.deals');
  if (!found) throw new Error('The collection is gone.');
  return found;
}

function indexOf({ indexes }: Collection): CollectionIndex {
  const [, second] = indexes;
  if (!second) throw new Error('The index is gone.');
  return second;
}

describe('an index that nobody has asked for', () => {
  let folder: string;
  let store: Store;
  let catalog: Catalog;
  let collection: Collection;
  let index: CollectionIndex;

  beforeEach(() => {
    folder = temporaryFolder();
    store = new Store(folder);
    store.transaction(() => {
      catalog = new Catalog(store, () => undefined);
      collection = catalog.create('sales.deals');
      catalog.addIndex(collection, definition).next();
      for (let at = 0; at < DOCUMENTS; at++) collection.insert(staged(at % 3));
    });
    index = indexOf(collection);
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const found = (stage: number) => {
    const records = candidateRecords(collection, staged(stage));
    return records && [...records];
  };
  const tidied = (): boolean => store.transaction(() => catalog.tidy(10));
  const scanned = (stage: number): number[] =>
    [...collection.scan()]
      .filter(({ document }) => compileFilter(staged(stage))(document))
      .map(({ record }) => record);

  it('has no entries, and the question that asks for it is answered by a scan', () => {
    expect(index.state).toBe('waiting');
    expect(found(1)).toBeUndefined();
    expect(index.state).toBe('building');
  });

  it('is built a part at a time, with what is written meanwhile, and then names every match', () => {
    found(1);
    expect(tidied()).toBe(false);
    store.transaction(() => {
      const [first] = collection.scan();
      if (first) collection.remove(first);
      for (const stored of [...collection.scan(900)].slice(0, 2)) {
        collection.replace(stored, documentOf({ _id: idOf(stored.document), stage: 1 }));
      }
      collection.insert(staged(1));
    });
    expect(found(1)).toBeUndefined();
    while (!tidied());
    expect(index.state).toBe('built');
    expect(found(1)).toEqual(scanned(1));
    expect(found(0)).toEqual(scanned(0));
  });

  it('waits again after a transaction that failed, and is built when it is asked for once more', () => {
    found(1);
    tidied();
    catalog.reload();
    collection = dealsOf(catalog);
    expect(indexOf(collection).state).toBe('waiting');
    found(1);
    while (!tidied());
    expect(found(2)).toEqual(scanned(2));
  });

  it('is still there, built, when the folder is opened again', async () => {
    found(1);
    while (!tidied());
    await store.close();
    store = new Store(folder);
    collection = dealsOf(new Catalog(store, () => undefined));
    expect(indexOf(collection).state).toBe('built');
    expect(found(1)).toHaveLength(DOCUMENTS / 3);
  });
});
