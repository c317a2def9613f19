import { chmod, lstat, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endAll, runToEnd, startApp } from '../support/running-app.js';

/** Against hanging only. */
const LIMIT = 120_000;

describe('the data folder', () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'e-'))));
  afterEach(async () => {
    endAll();
    await rm(folder, { recursive: true, force: true });
  });

  async function openToOthers(root: string): Promise<string[]> {
    const names = ['.', ...(await readdir(root, { recursive: true }))];
    const modes = await Promise.all(names.map(async (name) => (await lstat(join(root, name))).mode & 0o077));
    return names.filter((_, index) => modes[index] !== 0);
  }

  it(
    'is closed to other users, also one that was open, with all that is in it',
    async () => {
      const dataDir = join(folder, 'data');
      const uploads = join(dataDir, 'uploads');
      await mkdir(uploads, { recursive: true });
      await writeFile(join(uploads, 'left.upload'), 'figures');
      await chmod(join(uploads, 'left.upload'), 0o644);
      for (const path of [uploads, dataDir]) await chmod(path, 0o755);
      const app = await startApp({ dataDir });
      expect(await openToOthers(dataDir)).toEqual([]);
      await app.stop();
    },
    LIMIT,
  );

  it(
    'leaves nothing in the temporary folder after a kill',
    async () => {
      const env = { TMPDIR: join(folder, 'tmp') };
      await mkdir(env.TMPDIR);
      for (let start = 0; start < 2; start++) {
        const app = await startApp({ dataDir: join(folder, 'data'), env });
        await app.kill();
        expect(await readdir(env.TMPDIR)).toEqual([]);
      }
    },
    LIMIT,
  );

  it(
    'is refused in a line when users share it',
    async () => {
      const dataDir = join(folder, 'shared');
      await mkdir(dataDir);
      await chmod(dataDir, 0o1777);
      const { code, output } = await runToEnd({ DATA_DIR: dataDir });
      expect(code).toBe(1);
      expect(output).toMatch(/^Other users can read .*shared: .*name a folder/m);
      expect(output).not.toMatch(/^\s+at /m);
    },
    LIMIT,
  );
});
