import { MongoClient, type Collection, type MongoServerError } from 'mongodb';
import { startDatabase, type TestDatabase } from '../support/app.js';
import {
  cutAfter,
  cutAndDelay,
  cutBefore,
  cutOnceSent,
  delayCommand,
  delayReply,
  refuse,
  swallowCommand,
  swallowReply,
  WireProxy,
} from '../support/wire-proxy.js';

interface Row {
  n: number;
}

describe('the proxy that breaks the network', () => {
  let database: TestDatabase;
  let proxy: WireProxy;
  let client: MongoClient;
  let rows: Collection<Row>;
  /** Read without the proxy: what the server really holds. */
  let truth: Collection<Row>;

  beforeEach(async () => {
    database = await startDatabase();
    proxy = await WireProxy.before(database.uri);
    client = await MongoClient.connect(proxy.uri, { retryReads: false, retryWrites: false });
    rows = client.db(database.name).collection('rows');
    truth = database.db.collection('rows');
  });
  afterEach(async () => {
    await client.close();
    await proxy.stop();
    await database.stop();
  });

  const until = async (holds: () => Promise<boolean>) => {
    while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  const isStored = () => until(async () => (await truth.countDocuments({})) === 1);

  it('passes everything on, and knows the commands by name and collection', async () => {
    await rows.insertOne({ n: 1 });
    expect(await rows.findOne({}, { projection: { _id: 0 } })).toEqual({ n: 1 });
    expect(proxy.commands('insert').map(({ target }) => target)).toEqual(['rows']);
    expect(proxy.commands('find')[0]?.body).toMatchObject({ find: 'rows', $db: database.name });
  });

  it('is the address the driver stays with', async () => {
    await rows.findOne({});
    const { port } = new URL(proxy.uri.replace('mongodb:', 'http:'));
    expect(client.options.hosts.map(({ port: used }) => String(used))).toEqual([port]);
    const before = proxy.commands('find').length;
    await rows.findOne({});
    expect(proxy.commands('find')).toHaveLength(before + 1);
  });

  it.each([
    ['before the server has the command', cutBefore(), 0],
    ['instead of the answer', cutAfter(), 1],
  ])('cuts %s, once', async (_, action, stored) => {
    const rule = proxy.once('insert', action);
    await expect(rows.insertOne({ n: 1 })).rejects.toThrow(/closed/);
    expect([await truth.countDocuments({}), rule.count()]).toEqual([stored, 1]);
    await rows.insertOne({ n: 2 });
    expect(await truth.countDocuments({})).toBe(stored + 1);
  });

  it('cuts as soon as the server has the command, which is carried out', async () => {
    proxy.once('insert', cutOnceSent());
    await expect(rows.insertOne({ n: 1 })).rejects.toThrow(/closed/);
    await isStored();
  });

  it('carries a command out long after its connection ended', async () => {
    const gate = Promise.withResolvers<undefined>();
    proxy.once('insert', cutAndDelay(gate.promise));
    await expect(rows.insertOne({ n: 1 })).rejects.toThrow(/closed/);
    expect(await truth.countDocuments({})).toBe(0);
    gate.resolve(undefined);
    await isStored();
  });

  it.each([
    ['command', delayCommand, 0],
    ['reply', delayReply, 1],
  ])('delays the %s', async (what, delay, stored) => {
    const gate = Promise.withResolvers<undefined>();
    const rule = proxy.once('insert', delay(gate.promise));
    const inserted = rows.insertOne({ n: 1 });
    await rule.met;
    if (what === 'reply') await isStored();
    expect(await truth.countDocuments({})).toBe(stored);
    gate.resolve(undefined);
    await inserted;
    expect(await truth.countDocuments({})).toBe(1);
  });

  it('refuses with the error it is told', async () => {
    const labels = ['RetryableWriteError'];
    proxy.once('insert', refuse({ code: 189, codeName: 'PrimarySteppedDown', labels }));
    const error = await rows.insertOne({ n: 1 }).catch((thrown: unknown) => thrown as MongoServerError);
    expect(error).toMatchObject({ code: 189, codeName: 'PrimarySteppedDown', errorLabels: labels });
    expect(await truth.countDocuments({})).toBe(0);
  });

  it.each([
    ['command', swallowCommand(), 0],
    ['reply', swallowReply(), 1],
  ])('swallows the %s', async (what, action, stored) => {
    const rule = proxy.once((command) => command.name === 'insert' && command.target === 'rows', action);
    const inserted = rows.insertOne({ n: 1 });
    inserted.catch(() => undefined);
    await rule.met;
    if (what === 'reply') await isStored();
    expect(await truth.countDocuments({})).toBe(stored);
    proxy.cutAll();
    await expect(inserted).rejects.toThrow(/closed/);
  });

  it('swallows everything, and lets new connections through when it is over', async () => {
    await rows.insertOne({ n: 1 });
    proxy.swallowEverything();
    const stop = new AbortController();
    const found = rows.find({}, { signal: stop.signal }).toArray();
    stop.abort(new Error('nobody answers'));
    await expect(found).rejects.toThrow('nobody answers');
    proxy.restore();
    const again = await MongoClient.connect(proxy.uri);
    expect(await again.db(database.name).collection('rows').countDocuments()).toBe(1);
    await again.close();
  });

  it('forgets a rule that is stopped', async () => {
    proxy.always('insert', refuse({ code: 91 })).stop();
    await rows.insertOne({ n: 1 });
    expect(await truth.countDocuments({})).toBe(1);
  });
});
