import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { DataFolderInUseError, DataFolderTooNewError, startEmbeddedMongo } from '../../dist/index.js';
import { startChild } from '../testing/kill-test.js';
import { failure, temporaryFolder } from '../testing/test-server.js';

describe('a data folder', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = temporaryFolder();
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it('is served by one process, and a second one is told by which', async () => {
    const { child, exited } = await startChild(dataDir);
    const error = await failure(startEmbeddedMongo({ dataDir, listen: 'socket' }));
    expect(error).toBeInstanceOf(DataFolderInUseError);
    expect(error).toMatchObject({
      dataDir,
      holderPid: child.pid,
      holderAddress: expect.stringMatching(/^127\.0\.0\.1:\d+$/) as string,
    });
    child.kill('SIGTERM');
    await exited;
  }, 20_000);

  it('is served once within a process too', async () => {
    const first = await startEmbeddedMongo({ dataDir, listen: 'socket' });
    expect(await failure(startEmbeddedMongo({ dataDir, listen: {} }))).toBeInstanceOf(DataFolderInUseError);
    await first.close();
    const second = await startEmbeddedMongo({ dataDir, listen: {} });
    await second.close();
  }, 20_000);

  it('goes to one of two that take it at the same time', async () => {
    const starts = await Promise.allSettled([1, 2, 3].map(() => startChild(dataDir)));
    const started = starts.filter((start) => start.status === 'fulfilled').map(({ value }) => value);
    expect(started).toHaveLength(1);
    for (const { child, exited } of started) {
      child.kill('SIGTERM');
      await exited;
    }
  }, 20_000);

  it('is free at once after kill -9, with what was written', async () => {
    const killed = await startChild(dataDir);
    const before = await MongoClient.connect(killed.uri);
    await before.db('spec').collection('a').insertOne({ n: 1 });
    killed.child.kill('SIGKILL');
    await Promise.all([killed.exited, before.close()]);
    const server = await startEmbeddedMongo({ dataDir, listen: 'socket' });
    const client = await MongoClient.connect(server.uri);
    expect(
      await client
        .db('spec')
        .collection('a')
        .findOne({}, { projection: { _id: 0 } }),
    ).toEqual({ n: 1 });
    await client.close();
    await server.close();
  }, 20_000);

  it('of a newer format is refused and left as it is', async () => {
    const format = '{"format":99,"more":true}';
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(join(dataDir, 'format.json'), format);
    const error = await failure(startEmbeddedMongo({ dataDir, listen: 'socket' }));
    expect(error).toBeInstanceOf(DataFolderTooNewError);
    expect(error).toMatchObject({ found: 99, supported: 1 });
    expect(readdirSync(dataDir)).toEqual(['format.json']);
    expect(readFileSync(join(dataDir, 'format.json'), 'utf8')).toBe(format);
  });
});
