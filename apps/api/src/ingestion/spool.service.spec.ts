import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Config } from '../config/config.js';
import type { LeasesService } from '../leases/leases.service.js';
import { SpoolService } from './spool.service.js';

it('takes in no file while others may count its process among the dead: they would remove it', async () => {
  const dataDir = join(tmpdir(), 'a folder that is not there');
  const away = new Error('The database is away.');
  const leases: Pick<LeasesService, 'owner' | 'showAlive'> = {
    owner: randomUUID(),
    showAlive: () => Promise.reject(away),
  };
  const config = { dataDir, uploadSpaceBytes: 100 } as Config;
  const spool = new SpoolService(config, leases as LeasesService);
  await expect(spool.reserve(spool.pathOf('run'), 10)).rejects.toBe(away);
});

describe('a file that cannot be written', () => {
  let dataDir: string;
  beforeEach(async () => (dataDir = await mkdtemp(join(tmpdir(), 'spool-'))));
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  function writtenWith(code: string): Promise<number> {
    const spool = new SpoolService({ dataDir } as Config, { owner: randomUUID() } as LeasesService);
    const failing = new Readable({
      read() {
        this.destroy(Object.assign(new Error(code), { code }));
      },
    });
    return spool.write(spool.pathOf('run'), failing);
  }

  it('says that the disk is full', async () => {
    await expect(writtenWith('ENOSPC')).rejects.toMatchObject({
      reason: 'unavailable',
      message: expect.stringMatching(/^The disk of the server is full/) as unknown,
    });
  });

  it('has any other fault as it is', async () => {
    await expect(writtenWith('EACCES')).rejects.toMatchObject({ code: 'EACCES' });
  });
});
