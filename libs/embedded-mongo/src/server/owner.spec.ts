import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import {
  DataFolderInUseError,
  DataFolderTooNewError,
  DataFolderUnusableError,
  startEmbeddedMongo,
} from '../../dist/index.js';
import { startChild, startSocketChild } from '../testing/kill-test.js';
import { failure, temporaryFolder } from '../testing/test-server.js';

/** Against hanging only. */
const LIMIT = 60_000;

describe('a data folder', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = temporaryFolder();
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it(
    'is served by one process, and a second one is told by which',
    async () => {
      const { child, exited, uri } = await startChild(dataDir);
      const error = await failure(startEmbeddedMongo({ dataDir, listen: 'socket' }));
      expect(error).toBeInstanceOf(DataFolderInUseError);
      const address = new URL(uri).host;
      expect(error).toMatchObject({ dataDir, holder: { pid: child.pid, host: hostname(), address } });
      expect(error.message).toContain(`process ${child.pid} on ${hostname()}, which listens on ${address}`);
      child.kill('SIGTERM');
      await exited;
    },
    LIMIT,
  );

  it(
    'stays with a suspended process, and others are refused at once',
    async () => {
      const { child, exited } = await startChild(dataDir);
      child.kill('SIGSTOP');
      expect(await failure(startEmbeddedMongo({ dataDir, listen: 'socket' }))).toBeInstanceOf(
        DataFolderInUseError,
      );
      child.kill('SIGKILL');
      await exited;
    },
    LIMIT,
  );

  it(
    'does not belong to whoever listens on a port that its last owner had',
    async () => {
      const { child, exited, uri } = await startChild(dataDir);
      child.kill('SIGKILL');
      await exited;
      const silent = createServer().listen(Number(new URL(uri).port), '127.0.0.1');
      await once(silent, 'listening');
      const server = await startEmbeddedMongo({ dataDir, listen: 'socket' });
      await server.close();
      silent.close();
    },
    LIMIT,
  );

  it(
    'opens as a copy, of one that is served and of one whose server was killed',
    async () => {
      const { child, exited, uri } = await startSocketChild(dataDir);
      const client = await MongoClient.connect(uri);
      await client.db('spec').collection('a').insertOne({ n: 1 });
      await client.close();
      for (const signal of [undefined, 'SIGKILL'] as const) {
        if (signal) child.kill(signal);
        if (signal) await exited;
        const copy = `${dataDir}-copy-${String(signal)}`;
        execFileSync('cp', ['-a', dataDir, copy]);
        const server = await startEmbeddedMongo({ dataDir: copy, listen: 'socket' });
        const reader = await MongoClient.connect(server.uri);
        expect(await reader.db('spec').collection('a').countDocuments()).toBe(1);
        await reader.close();
        await server.close();
        rmSync(copy, { recursive: true });
      }
    },
    LIMIT,
  );

  it(
    'of a long name leaves nothing in the temporary folder after kill -9 and a new start',
    async () => {
      const long = join(dataDir, 'a folder with a long name '.repeat(5));
      const TMPDIR = mkdtempSync(join(tmpdir(), 'e-'));
      const killed = await startSocketChild(long, { TMPDIR });
      expect(readdirSync(TMPDIR)).toHaveLength(1);
      killed.child.kill('SIGKILL');
      await killed.exited;
      const next = await startSocketChild(long, { TMPDIR });
      expect(readdirSync(TMPDIR)).toHaveLength(1);
      const client = await MongoClient.connect(next.uri);
      await client.close();
      next.child.kill('SIGKILL');
      await next.exited;
      rmSync(TMPDIR, { recursive: true });
    },
    LIMIT,
  );

  it(
    'of a short name holds its own socket, also after kill -9',
    async () => {
      const short = mkdtempSync(join(tmpdir(), 'e-'));
      const TMPDIR = join(short, 'tmp');
      mkdirSync(TMPDIR);
      for (let start = 0; start < 2; start++) {
        const { child, exited, uri } = await startSocketChild(join(short, 'data'), { TMPDIR });
        const client = await MongoClient.connect(uri);
        await client.close();
        child.kill('SIGKILL');
        await exited;
        expect(readdirSync(TMPDIR)).toEqual([]);
      }
      rmSync(short, { recursive: true });
    },
    LIMIT,
  );

  it(
    'is served once within a process too',
    async () => {
      const first = await startEmbeddedMongo({ dataDir, listen: 'socket' });
      expect(await failure(startEmbeddedMongo({ dataDir, listen: {} }))).toBeInstanceOf(DataFolderInUseError);
      await first.close();
      const second = await startEmbeddedMongo({ dataDir, listen: {} });
      await second.close();
    },
    LIMIT,
  );

  it(
    'goes to one of three processes that start at the same time',
    async () => {
      const starts = await Promise.allSettled([1, 2, 3].map(() => startChild(dataDir)));
      const started = starts.filter((start) => start.status === 'fulfilled').map(({ value }) => value);
      expect(started).toHaveLength(1);
      for (const { child, exited } of started) {
        child.kill('SIGTERM');
        await exited;
      }
    },
    LIMIT,
  );

  it(
    'is free at once after kill -9, with what was written',
    async () => {
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
    },
    LIMIT,
  );

  it(
    'opens when power was lost before its format was written at the first start',
    async () => {
      mkdirSync(dataDir, { recursive: true });
      writeFileSync(join(dataDir, 'format.json'), '');
      await (await startEmbeddedMongo({ dataDir, listen: 'socket' })).close();
      expect(JSON.parse(readFileSync(join(dataDir, 'format.json'), 'utf8'))).toEqual({ format: 2 });
    },
    LIMIT,
  );

  it.each([
    ['format.json', '{bad', 'format.json does not say the format of the data folder'],
    ['lock', 'not ours', 'lock is no lock of this product: remove it'],
  ])('with a %s that is not ours is refused by name, and left as it is', async (file, content, said) => {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(join(dataDir, file), content);
    const error = await failure(startEmbeddedMongo({ dataDir, listen: 'socket' }));
    expect(error).toBeInstanceOf(DataFolderUnusableError);
    expect(error.message).toContain(`The data folder ${dataDir} cannot be opened: `);
    expect(error.message).toContain(said);
    expect(readFileSync(join(dataDir, file), 'utf8')).toBe(content);
  });

  it('of a newer format is refused and left as it is', async () => {
    const format = '{"format":99,"more":true}';
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(join(dataDir, 'format.json'), format);
    const error = await failure(startEmbeddedMongo({ dataDir, listen: 'socket' }));
    expect(error).toBeInstanceOf(DataFolderTooNewError);
    expect(error).toMatchObject({ found: 99, supported: 2 });
    expect(readdirSync(dataDir)).toEqual(['format.json']);
    expect(readFileSync(join(dataDir, 'format.json'), 'utf8')).toBe(format);
  });
});
