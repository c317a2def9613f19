import { fork, spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { MongoClient, type Db } from 'mongodb';

/** Documents in one insertMany: after a kill all of them are there, or none. */
const BATCH = 50;
const MAX_RUN_MILLISECONDS = 250;
/** A killed server does not come back under its address: writers need not look for it for long. */
const GIVING_UP_SOON = { serverSelectionTimeoutMS: 1_000 };

/** What was written before a kill. */
interface Acknowledged {
  singles: number;
  batches: number;
  counter: number;
  /** Revision of the dataset that the last acknowledged rename made live. */
  live: number;
}

/** What a kill test found. */
export interface KillTestResult {
  kills: number;
  acknowledged: number;
}

/**
 * Kills a server (-9) again and again in the middle of a stream of inserts, batches, updates and renames, starts
 * it anew on the same folder and compares what is stored with what was acknowledged. The server has to start at
 * once each time.
 *
 * @throws Error that names what was lost or torn
 */
export async function runKillTest(
  dataDir: string,
  kills: number,
  random: () => number,
): Promise<KillTestResult> {
  const known: Acknowledged = { singles: 0, batches: 0, counter: 0, live: 0 };
  for (let kill = 0; kill < kills; kill++) {
    const server = await startChild(dataDir);
    const client = await MongoClient.connect(server.uri, GIVING_UP_SOON);
    await verify(client.db('kill'), known);
    setTimeout(() => server.child.kill('SIGKILL'), random() * MAX_RUN_MILLISECONDS);
    await writeUntilKilled(client.db('kill'), known);
    await Promise.all([client.close(), server.exited]);
  }
  const server = await startChild(dataDir);
  const client = await MongoClient.connect(server.uri);
  await verify(client.db('kill'), known);
  await client.close();
  server.child.kill('SIGTERM');
  await server.exited;
  return { kills, acknowledged: known.singles + known.batches + known.counter + known.live };
}

/** Starts the built server in a process of its own. */
export async function startChild(
  dataDir: string,
): Promise<{ child: ChildProcess; uri: string; exited: Promise<void> }> {
  const script = fileURLToPath(new URL('../../../../scripts/embedded-mongo.mjs', import.meta.url));
  return started(fork(script, ['--data', dataDir, '--port', '0'], { silent: true, execArgv: [] }));
}

/** Starts it as the product does: on a private socket. */
export function startSocketChild(
  dataDir: string,
  env: NodeJS.ProcessEnv = {},
): Promise<{ child: ChildProcess; uri: string; exited: Promise<void> }> {
  const server = new URL('../../dist/index.js', import.meta.url).href;
  const code = `
    import(${JSON.stringify(server)})
      .then(({ startEmbeddedMongo }) => startEmbeddedMongo({ dataDir: process.argv[1], listen: 'socket' }))
      .then(({ uri }) => console.log(uri));`;
  const options = { env: { ...process.env, ...env } };
  return started(spawn(process.execPath, ['--eval', code, dataDir], options));
}

async function started(
  child: ChildProcess,
): Promise<{ child: ChildProcess; uri: string; exited: Promise<void> }> {
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let output = '';
  const uri = await new Promise<string>((resolve, reject) => {
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const address = /mongodb:\S+/.exec(output)?.[0];
      if (address) resolve(address);
    });
    child.once('exit', () => reject(new Error(`The server did not start: ${output}`)));
  });
  return { child, uri, exited };
}

/** Four writers side by side; each notes a write only once it was acknowledged. */
async function writeUntilKilled(db: Db, known: Acknowledged): Promise<void> {
  const options = { writeConcern: { w: 1 } };
  await Promise.allSettled([
    forever(async () => {
      await db.collection<{ _id: number }>('singles').insertOne({ _id: known.singles }, options);
      known.singles++;
    }),
    forever(async () => {
      const batch = known.batches;
      await db.collection('batches').insertMany(Array.from({ length: BATCH }, (_, row) => ({ batch, row })));
      known.batches++;
    }),
    forever(async () => {
      await db
        .collection<{ _id: number }>('counter')
        .updateOne({ _id: 1 }, { $inc: { n: 1 } }, { upsert: true });
      known.counter++;
    }),
    forever(async () => {
      const revision = known.live + 1;
      await db.collection('staging').drop();
      await db
        .collection('staging')
        .insertMany(Array.from({ length: BATCH }, (_, row) => ({ revision, row })));
      await db.collection('staging').rename('live', { dropTarget: true });
      known.live = revision;
    }),
  ]);
}

async function forever(step: () => Promise<void>): Promise<never> {
  for (;;) await step();
}

/** A write that was under way when the kill came may be there or not; what was acknowledged must be. */
async function verify(db: Db, known: Acknowledged): Promise<void> {
  known.singles = atMostOneMore(
    'single inserts',
    known.singles,
    await db.collection('singles').countDocuments(),
  );
  known.batches = atMostOneMore('batches', known.batches, await wholeBatches(db));
  const counter = await db.collection<{ _id: number; n: number }>('counter').findOne({ _id: 1 });
  known.counter = atMostOneMore('increments', known.counter, counter?.n ?? 0);
  known.live = atMostOneMore('renames', known.live, await liveRevision(db));
}

function atMostOneMore(what: string, acknowledged: number, found: number): number {
  if (found === acknowledged || found === acknowledged + 1) return found;
  throw new Error(`${acknowledged} ${what} were acknowledged, ${found} are there`);
}

async function wholeBatches(db: Db): Promise<number> {
  const documents = await db.collection('batches').countDocuments();
  if (documents % BATCH !== 0)
    throw new Error(`${documents} documents are no whole number of batches of ${BATCH}`);
  return documents / BATCH;
}

async function liveRevision(db: Db): Promise<number> {
  const rows = await db.collection<{ revision: number }>('live').find().toArray();
  const revisions = new Set(rows.map(({ revision }) => revision));
  if (revisions.size > 1 || (rows.length !== BATCH && rows.length !== 0)) {
    throw new Error(`The live dataset has ${rows.length} rows of ${revisions.size} revisions`);
  }
  return rows[0]?.revision ?? 0;
}
