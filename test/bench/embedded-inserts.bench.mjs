import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedMongo } from '@app/embedded-mongo';
import { MongoClient } from 'mongodb';
import { perSecond, report } from './support/report.mjs';
import { seeded } from './support/sheet.mjs';

/* Inserts through the driver: acknowledged, on disk, with the indexes of a sales collection. */
const ROWS = 200_000;
const BATCH = 1_000;
const INDEXES = ['client', 'stage', 'discovery_date', 'owner', 'type_of_source', 'show_noshow'];

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const server = await startEmbeddedMongo({ dataDir: folder, listen: 'socket' });
const client = await new MongoClient(server.uri).connect();
const database = client.db('bench');

const plain = await timed(() => insertAll(database.collection('plain')));
const indexed = database.collection('indexed');
await indexed.createIndexes([
  { key: { id: 1 }, unique: true },
  ...INDEXES.map((field) => ({ key: { [field]: 1 } })),
]);
const withIndexes = await timed(() => insertAll(indexed));
const scan = await timed(() =>
  countOf(database.collection('plain').find({}, { raw: true, batchSize: 5_000 })),
);

await client.close();
await server.close();
rmSync(folder, { recursive: true, force: true });

report(
  `Embedded database, ${ROWS.toLocaleString('en')} documents of 20 fields, batches of ${BATCH.toLocaleString('en')}`,
  [
    { what: 'insert through the driver, _id only', figure: perSecond(ROWS, plain) },
    {
      what: 'insert through the driver, a unique and six plain indexes',
      figure: perSecond(ROWS, withIndexes),
    },
    { what: 'scan through the driver', figure: perSecond(ROWS, scan) },
  ],
);

async function insertAll(collection) {
  const random = seeded(11);
  for (let at = 0; at < ROWS; at += BATCH) {
    const batch = Array.from({ length: BATCH }, (_, index) => deal(at + index, random));
    await collection.insertMany(batch);
  }
}

function deal(row, random) {
  const arr = Math.round(random() * 250_000);
  const day = () => new Date(Date.UTC(2025, 0, 1 + Math.floor(random() * 700)));
  return {
    id: `00000000-0000-4000-8000-${String(row).padStart(12, '0')}`,
    month: '2026-07',
    discovery_date: day(),
    client: `Client ${Math.floor(random() * 150_000)}`,
    hubspot_link: `https://crm.example.com/deal/${row}`,
    stage: `Stage ${row % 10}`,
    relevance: 'Relevant',
    show_noshow: row % 3 ? 'Show' : null,
    poa_date: day(),
    expected_mrr: arr / 12,
    expected_arr: arr,
    pipeline: arr,
    type_of_deal: 'New Business',
    bdr: `Person ${row % 12}`,
    type_of_source: `Source ${row % 9}`,
    product: 'Growth Plan',
    owner: `Person ${row % 7}`,
    supporters: null,
    billing_start: null,
    created_at: new Date(),
  };
}

async function countOf(cursor) {
  let rows = 0;
  while (await cursor.hasNext()) {
    await cursor.next();
    rows++;
  }
  if (rows !== ROWS) throw new Error(`The scan found ${rows} documents.`);
}

async function timed(work) {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
