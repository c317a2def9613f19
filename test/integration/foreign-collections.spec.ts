import type { IngestionRun } from '@app/contracts';
import { randomUUID } from 'node:crypto';
import { eventually } from '../support/eventually.js';
import { outcome, versionSheet } from '../support/pair.js';
import { type Product, startProduct } from '../support/product-with-database.js';
import { type RunningApp, startApp } from '../support/app.js';
import { ingest, viewNamed, viewsOf } from '../support/views.js';

/* What others keep in the database of the product: collections of their own, and what they put on its collections. */

let product: Product;
let view: string;

beforeEach(async () => {
  product = await startProduct();
  view = viewNamed(await viewsOf(product.admin), 'Organic').id;
  await ingestVersion(1);
});
afterEach(() => product.stop());

const ingestVersion = (version: number): Promise<IngestionRun> =>
  ingest(product.admin, view, 'deals.csv', versionSheet(version));

/** A process that starts, settles what it finds, and ends. */
async function anotherStart(): Promise<void> {
  const { database } = product;
  const app: RunningApp = await startApp({ database });
  await app.stop();
}

const names = async () => (await product.database.db.listCollections().toArray()).map(({ name }) => name);

it('leaves collections alone that only have such a name', async () => {
  const { db } = product.database;
  const { id } = await ingestVersion(2);
  const theirs = [
    'their_reports__staging_2024',
    'sales_records__staging_2024',
    '__staging_',
    `sales_records__staging_${randomUUID()}`,
    // Even the name of a run of ours.
    `sales_records__staging_${id}`,
    `their_reports__staging_${id}`,
  ];
  for (const name of theirs) await db.collection(name).insertMany([{ n: 1 }, { n: 2 }]);
  await anotherStart();
  await ingestVersion(3);
  expect(await names()).toEqual(expect.arrayContaining(theirs));
  for (const name of theirs) expect(await db.collection(name).countDocuments()).toBe(2);
});

it('removes what a run of its own left behind', async () => {
  const { db } = product.database;
  const run = await ingestVersion(2);
  const name = `sales_records__staging_${run.id}`;
  await db.collection(name).insertOne({ n: 1 });
  const [listed] = await db.listCollections({ name }, { nameOnly: false }).toArray();
  const uuid = listed && 'info' in listed ? listed.info?.uuid?.toString('hex') : undefined;
  await db.collection('ingestion_runs').updateOne({ id: run.id }, { $set: { staging: { name, uuid } } });
  await eventually(async () => expect(await names()).not.toContain(name));
});

it('carries indexes, validators and options of others over to the new records', async () => {
  const live = product.database.db.collection('sales_records');
  await live.createIndexes([
    { key: { pipeline: -1, client: 1 }, name: 'by_value' },
    { key: { external: 1 }, unique: true, sparse: true },
    { key: { poa_date: 1 }, partialFilterExpression: { pipeline: { $gt: 3 } } },
    { key: { archived_at: 1 }, expireAfterSeconds: 3600 },
  ]);
  const validator = { client: { $type: 'string' as const }, pipeline: { $gte: 0 } };
  await product.database.db.command({
    collMod: 'sales_records',
    validator,
    validationLevel: 'moderate',
    validationAction: 'error',
  });
  const before = { indexes: await live.indexes(), options: await live.options() };
  expect(before.options).toMatchObject({ validator, validationLevel: 'moderate' });
  const run = await ingestVersion(2);
  expect(run).toMatchObject({ status: 'published', revision: 2 });
  const byName = (list: { name?: string }[]) =>
    list.toSorted((a, b) => (a.name ?? '').localeCompare(b.name ?? ''));
  expect(byName(await live.indexes())).toEqual(byName(before.indexes));
  expect(await live.options()).toEqual(before.options);
});

it('keeps an index of the contract as others made it', async () => {
  const live = product.database.db.collection('sales_records');
  await live.dropIndex('id_1');
  await live.dropIndex('client_1');
  await live.createIndex({ id: 1 }, { name: 'id_of_ours' }, {});
  await live.createIndex({ pipeline: 1 }, { name: 'client_1' }, {});
  expect(await ingestVersion(2)).toMatchObject({ status: 'published' });
  const found = new Map((await live.indexes()).map(({ name, key, unique }) => [name, { key, unique }]));
  expect(found.get('id_of_ours')).toEqual({ key: { id: 1 }, unique: undefined });
  expect(found.get('client_1')).toEqual({ key: { pipeline: 1 }, unique: undefined });
  expect([...found.keys()]).toEqual(expect.arrayContaining(['stage_1', 'owner_1']));
});

it.each<[string, () => Promise<unknown>, RegExp, string]>([
  [
    'a unique index',
    () =>
      product.database.db
        .collection('sales_records')
        .createIndex(
          { stage: 1, pipeline: 1 },
          { unique: true, name: 'one_a_stage', partialFilterExpression: { pipeline: 2 } },
          {},
        ),
    /a rule of its own .* only once, and the deal of \w+ breaks it\. The data is as it was before/,
    'the unique index one_a_stage of sales_records',
  ],
  [
    'a validator',
    () => product.database.db.command({ collMod: 'sales_records', validator: { pipeline: { $lt: 2 } } }),
    /a rule of its own .* a validator, and the deal of Acme breaks it\. The data is as it was before/,
    'the validator of sales_records',
  ],
])('fails with the reason when the new data breaks %s', async (_, put, reason, rule) => {
  await put();
  const run = await ingestVersion(2);
  expect(run).toMatchObject({
    status: 'failed',
    revision: null,
    error: expect.stringMatching(reason) as string,
  });
  expect(run.error).not.toContain('sales_records');
  await eventually(() => expect(product.app.output()).toContain(`was refused by ${rule}`));
  expect(run.report).toMatchObject({ rows_read: 5 });
  const records = await product.admin.get<{ items: { pipeline: number }[] }>(`/api/views/${view}/records`);
  expect(records.body.items.map(({ pipeline }) => pipeline)).toEqual([1, 1, 1, 1, 1]);
  expect((await names()).filter((name) => name.includes('__staging_'))).toEqual([]);
  expect(await product.database.db.collection('record_changes').countDocuments({ run_id: run.id })).toBe(0);
});

it('gives a view of any name a collection that can be replaced', async () => {
  const { db } = product.database;
  const long = { id: 'view-long-1', name: 'A very long name of a view '.repeat(12).trim() };
  const other = { id: 'view-long-2', name: `${long.name} again` };
  for (const each of [long, other])
    await db
      .collection('views')
      .insertOne({ ...each, is_master: false, is_default: false, created_at: new Date() });
  await anotherStart();
  for (const { id } of [long, other]) {
    const run = await product.admin.upload<IngestionRun>(
      `/api/views/${id}/ingestions`,
      'a.csv',
      versionSheet(1),
    );
    expect(await outcome(product, run.body.id)).toBe('published');
    const data = await product.admin.get<{ total: number }>(`/api/views/${id}/records`);
    expect(data.body.total).toBe(5);
  }
});
