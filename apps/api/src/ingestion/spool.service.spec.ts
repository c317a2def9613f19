import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../config/config.js';
import type { LeasesService } from './leases.service.js';
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
