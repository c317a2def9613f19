import { rmSync } from 'node:fs';
import { temporaryFolder } from '../testing/test-server.js';
import { recordKey } from './keys.js';
import { mappedBytes } from './mapped-files.js';
import { Store } from './store.js';

const MIB = 1024 * 1024;
const DOCUMENTS = 200;
const BYTES = MIB;
const onLinux = process.platform === 'linux' ? it : it.skip;

describe('the memory that a store maps', () => {
  onLinux('stays small while much more is written and read', async () => {
    const folder = temporaryFolder();
    const store = new Store(folder);
    const before = mappedBytes() ?? 0;
    let most = 0;
    const note = () => (most = Math.max(most, (mappedBytes() ?? 0) - before));
    for (let record = 1; record <= DOCUMENTS; record++) {
      store.transaction(() => store.records.putSync(recordKey(1, record), Buffer.alloc(BYTES, record)));
      note();
    }
    for (let round = 0; round < 2; round++) {
      for (let record = 1; record <= DOCUMENTS; record++) {
        store.letGoOfPages();
        expect(store.records.getBinary(recordKey(1, record))?.at(-1)).toBe(record);
        note();
      }
    }
    expect(most).toBeLessThan(100 * MIB);
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
});
