import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { DataFolderNotPrivateError } from '../errors/data-folder-errors.js';
import { failure, temporaryFolder } from '../testing/test-server.js';
import { keepPrivate } from './private-folder.js';
import { startServer } from './server.js';

describe('a private folder', () => {
  let folder: string;
  beforeEach(() => (folder = temporaryFolder()));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const openPaths = (root = folder): string[] => [
    ...(lstatSync(root).mode & 0o077 ? [root] : []),
    ...readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
      (name) => (lstatSync(join(root, name)).mode & 0o077) !== 0,
    ),
  ];

  it('takes the rights of others from what is there, to the last file', () => {
    const inner = join(folder, 'a', 'b');
    mkdirSync(inner, { recursive: true });
    writeFileSync(join(inner, 'open'), 'secret', { mode: 0o666 });
    for (const path of [folder, join(folder, 'a'), inner]) chmodSync(path, 0o755);
    chmodSync(join(inner, 'open'), 0o664);
    keepPrivate(folder);
    expect(openPaths()).toEqual([]);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(inner, 'open')).mode & 0o777).toBe(0o600);
  });

  it('leaves alone what a link in it points at', () => {
    const elsewhere = temporaryFolder();
    writeFileSync(join(elsewhere, 'public'), '');
    chmodSync(join(elsewhere, 'public'), 0o644);
    symlinkSync(join(elsewhere, 'public'), join(folder, 'link'));
    symlinkSync('nowhere', join(folder, 'dangling'));
    keepPrivate(folder);
    expect(statSync(join(elsewhere, 'public')).mode & 0o777).toBe(0o644);
    rmSync(elsewhere, { recursive: true });
  });

  it('is never one that users share', () => {
    chmodSync(folder, 0o1777);
    expect(() => keepPrivate(folder)).toThrow(DataFolderNotPrivateError);
    expect(() => keepPrivate('/')).toThrow(/shared/);
    expect(statSync('/').mode & 0o005).toBe(0o005);
  });

  it('holds for everything that the server writes, whatever the umask', async () => {
    const before = process.umask(0);
    try {
      const server = await startServer({ dataDir: folder, listen: 'socket' });
      const client = await MongoClient.connect(server.uri);
      await client.db('spec').collection('a').insertOne({ n: 1 });
      const open = openPaths();
      await client.close();
      await server.close();
      expect(open.filter((name) => !name.endsWith('.sock'))).toEqual([]);
    } finally {
      process.umask(before);
    }
  });

  const asOther = process.getuid?.() === 0 ? it : it.skip;
  asOther('that belongs to another user is refused by name', async () => {
    const { seteuid = () => undefined } = process;
    const foreign = mkdtempSync(join(tmpdir(), 'e-'));
    chmodSync(foreign, 0o755);
    seteuid(65_534);
    const error = await failure(startServer({ dataDir: foreign, listen: 'socket' }));
    seteuid(0);
    expect(error).toBeInstanceOf(DataFolderNotPrivateError);
    expect(error.message).toContain(foreign);
    rmSync(foreign, { recursive: true });
  });
});
