import { spawnSync } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../testing/test-server.js';
import { recordKey } from './keys.js';
import { Store } from './store.js';

const MIB = 1024 * 1024;
/** More than a store keeps mapped. */
const DOCUMENTS = 60;
const LIMIT = 60_000;
const onLinux = process.platform === 'linux' ? it : it.skip;

let folder: string;
beforeEach(() => (folder = temporaryFolder()));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Writes and reads in a process of its own, under a limit of the shell's `ulimit`; answers what it printed. */
function underLimit(limit: string, code: string): string {
  const built = (file: string) => JSON.stringify(new URL(`../../dist/storage/${file}`, import.meta.url).href);
  const program = `
    import { openSync, closeSync } from 'node:fs';
    import { Store } from ${built('store.js')};
    import { recordKey } from ${built('keys.js')};
    const store = new Store(process.argv[1]);
    const write = (record) =>
      store.transaction(() => store.records.putSync(recordKey(1, record), Buffer.alloc(${MIB}, record)));
    const read = (record) => store.records.getBinary(recordKey(1, record))?.at(-1);
    const records = Array.from({ length: ${DOCUMENTS} }, (_, at) => at + 1);
    const pause = () => new Promise((resolve) => setTimeout(resolve, 1));
    ${code}`;
  const node = [process.execPath, '--input-type=module', '--eval', program, join(folder, 'store')];
  const { stdout, stderr } = spawnSync('sh', ['-c', `ulimit ${limit}; exec "$0" "$@"`, ...node], {
    encoding: 'utf8',
  });
  return stdout + stderr;
}

describe('a store', () => {
  it('keeps to its file when the folder gets another name', async () => {
    const store = new Store(join(folder, 'store'));
    const write = (record: number) =>
      store.transaction(() => store.records.putSync(recordKey(1, record), Buffer.alloc(MIB, record)));
    const records = Array.from({ length: DOCUMENTS }, (_, at) => at + 1);
    for (const record of records) write(record);
    renameSync(join(folder, 'store'), join(folder, 'moved'));
    for (const record of records) {
      store.letGoOfPages();
      expect(store.records.getBinary(recordKey(1, record))?.at(-1)).toBe(record);
    }
    write(DOCUMENTS + 1);
    expect(existsSync(join(folder, 'store'))).toBe(false);
    await store.close();
    const moved = new Store(join(folder, 'moved'));
    expect(moved.records.getKeysCount({})).toBe(DOCUMENTS + 1);
    await moved.close();
  });

  onLinux(
    'opens where the process may not reserve many addresses',
    () => {
      const printed = underLimit(
        '-v 16000000',
        `for (const record of records) write(record);
         console.log(records.every((record) => read(record) === record));`,
      );
      expect(printed).toBe('true\n');
    },
    LIMIT,
  );

  onLinux(
    'goes on while the process can open no more files',
    () => {
      const printed = underLimit(
        '-n 128',
        `try { for (;;) openSync('/dev/null'); } catch (error) { console.log(error.code); }
         for (const record of records) { write(record); read(record); await pause(); }
         console.log(records.every((record) => read(record) === record));`,
      );
      expect(printed).toBe('EMFILE\ntrue\n');
    },
    LIMIT,
  );
});
