import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readSheet, toStored } from '@app/domain';
import { startEmbeddedMongo } from '@app/embedded-mongo';
import mongoose from 'mongoose';
import { importSheet, signIn } from './support/product.mjs';
import { startReader } from './support/reader.mjs';
import { report } from './support/report.mjs';
import { memoryOf, watchMemory } from './support/resident-set.mjs';
import { startServer } from './support/servers.mjs';
import { sheet, TEAM } from './support/sheet.mjs';

/*
 * From the upload until readers see it, into the embedded database: against mongoose's insertMany of the same rows into
 * the same database with the same indexes, which neither parses nor compares nor keeps what changed. Somebody else
 * reads another view meanwhile. Then the largest file that may be uploaded. Of the memory its own part is told too: the rest
 * is pages of the database's file, which the system takes back when it needs them.
 */
const ROWS = 200_000;
const LARGEST_BYTES = 64 * 1024 * 1024;
const ROUNDS = 2;
const BATCH = 1_000;
const IDLE_MS = 5_000;
const SETTLE_MS = 10_000;
const GOAL_SECONDS = 10;
const GOAL_RATIO = 3;
const GOAL_WAITING = 5;
const GOAL_GROWTH_MB = 400;
const GOAL_KEPT_MB = 200;
const INDEXES = ['client', 'stage', 'discovery_date', 'owner', 'type_of_source', 'show_noshow'];

const content = sheet(ROWS, 7, TEAM);
const documents = documentsOf(content);
const [inserts, uploads] = [[], []];
for (let round = 0; round < ROUNDS; round++) {
  inserts.push(await insertSeconds());
  uploads.push(await uploaded(content));
}
const largest = await uploaded(largestSheet());

const least = (figures) => Math.min(...figures);
const inserted = least(inserts);
const seconds = least(uploads.map((upload) => upload.seconds));
const waiting = least(uploads.map(({ busy, idle }) => busy / idle));
report(
  `From upload to visible, ${ROWS.toLocaleString('en')} rows (${megabytes(content)}), best of ${ROUNDS}`,
  [
    {
      what: 'Pipeline: read, compare, store, keep changes, publish',
      figure: `${seconds.toFixed(1)} s`,
      goal: `${GOAL_SECONDS} s, or ${GOAL_RATIO} times mongoose`,
      ok: seconds <= GOAL_SECONDS || seconds <= GOAL_RATIO * inserted,
    },
    { what: 'mongoose: insertMany of the same rows, nothing else', figure: `${inserted.toFixed(1)} s` },
    { what: 'ratio', figure: (seconds / inserted).toFixed(2) },
    {
      what: 'p99 of somebody else meanwhile, to idle',
      figure: waiting.toFixed(1),
      goal: `at most ${GOAL_WAITING}`,
      ok: waiting <= GOAL_WAITING,
    },
    ...growthOf(uploads),
  ],
);
report(`The largest file that may be uploaded (${LARGEST_BYTES / 1024 / 1024} MiB)`, [
  { what: 'from upload to visible', figure: `${largest.seconds.toFixed(1)} s` },
  ...growthOf([largest]),
]);

function growthOf(all) {
  const growth = (moment, kind) => least(all.map((upload) => upload[moment][kind] - upload.before[kind]));
  const row = (what, moment, goal) => {
    const [resident, own] = [growth(moment, 'resident'), growth(moment, 'own')];
    const ownPart = all[0].before.own === null ? '' : `, of it its own ${own.toFixed(0)}`;
    const figure = `${resident.toFixed(0)} MB${ownPart}`;
    return { what, figure, goal: `at most ${goal} MB`, ok: resident <= goal };
  };
  return [
    row('growth of the whole process at its peak (resident set)', 'most', GOAL_GROWTH_MB),
    row(`growth ${SETTLE_MS / 1000} s later`, 'after', GOAL_KEPT_MB),
  ];
}

/** Brings a sheet into a fresh installation while somebody reads another view. */
async function uploaded(csv) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const product = await startServer('apps/api/dist/main.js', {
    log: join(folder, 'product.log'),
    env: { PORT: '0', DATA_DIR: join(folder, 'data') },
  });
  const session = await signIn(product.address);
  const reader = startReader(product.address, session, await otherView(product.address, session));
  await pause(IDLE_MS / 5);
  reader.p99();
  await pause(IDLE_MS);
  const idle = reader.p99();
  const before = memoryOf(product.pid);
  const memory = watchMemory(product.pid);
  const started = performance.now();
  await importSheet(product.address, session, csv);
  const taken = (performance.now() - started) / 1000;
  const [busy, most] = [reader.p99(), memory.most()];
  await pause(SETTLE_MS);
  const after = memoryOf(product.pid);
  await reader.stop();
  await product.stop();
  rmSync(folder, { recursive: true, force: true });
  return { seconds: taken, idle, busy, before, most, after };
}

async function otherView(address, { cookie, view }) {
  const { items } = await (await fetch(`${address}/api/views`, { headers: { cookie } })).json();
  return items.find(({ id, is_master }) => id !== view && !is_master).id;
}

async function insertSeconds() {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const server = await startEmbeddedMongo({ dataDir: folder, listen: 'socket' });
  const connection = await mongoose.createConnection(server.uri, { dbName: 'bench' }).asPromise();
  const Deals = connection.model('Deal', dealSchema());
  await Deals.createIndexes();
  const started = performance.now();
  for (let at = 0; at < documents.length; at += BATCH)
    await Deals.insertMany(documents.slice(at, at + BATCH));
  const taken = (performance.now() - started) / 1000;
  await connection.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
  return taken;
}

function dealSchema() {
  const kinds = Object.entries(documents[0]).map(([field]) => [field, kindOf(field)]);
  const schema = new mongoose.Schema(Object.fromEntries(kinds), { id: false, versionKey: false });
  schema.index({ id: 1 }, { unique: true });
  for (const field of INDEXES) schema.index({ [field]: 1 });
  return schema;
}

function kindOf(field) {
  const value = documents.map((each) => each[field]).find((each) => each !== null);
  return value instanceof Date ? Date : typeof value === 'number' ? Number : String;
}

function documentsOf(csv) {
  const { rows } = readSheet(Buffer.from(csv), { dateOrder: 'day_first', dedupe: 'client_stage' });
  const now = new Date();
  return rows.map(({ row, ...deal }) => toStored({ ...deal, id: `deal-${row}` }, now));
}

/** Whole rows up to the limit. */
function largestSheet() {
  const bytes = Buffer.from(sheet(Math.ceil((ROWS * LARGEST_BYTES * 1.05) / content.length), 8, TEAM));
  return bytes.subarray(0, bytes.lastIndexOf('\n', LARGEST_BYTES - 1) + 1);
}

function megabytes(text) {
  return `${(text.length / 1e6).toFixed(0)} MB`;
}
