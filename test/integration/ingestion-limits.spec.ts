import type { Problem } from '@app/contracts';
import { startApp } from '../support/app.js';
import { openSocket } from '../support/raw.js';
import { largeSheet, sheetOf } from '../support/sheets.js';
import { spoolIsEmpty, spoolIsUsed } from '../support/spool.js';
import { uploadHead } from '../support/upload-head.js';
import { uploaded, viewNamed, viewsOf } from '../support/views.js';

const PATIENCE_MS = 120_000;

it(
  'reads as many rows as the setting says, and names the number',
  async () => {
    const app = await startApp();
    const admin = await app.signIn('admin@example.com');
    const { id } = viewNamed(await viewsOf(admin), 'Organic');
    expect((await admin.put('/api/settings/row_limit', { value: 1200 })).status).toBe(200);
    const refused = await uploaded(admin, id, 'large.csv', largeSheet(1201));
    expect([refused.status, refused.error]).toEqual([
      'failed',
      expect.stringContaining('more than 1,200 rows'),
    ]);
    expect((await uploaded(admin, id, 'fits.csv', largeSheet(1200))).status).toBe('published');
    await app.stop();
  },
  PATIENCE_MS,
);

it(
  'ends an import that needs too much memory, and goes on',
  async () => {
    const app = await startApp({ env: { INGEST_MEMORY_MIB: '32' } });
    const admin = await app.signIn('admin@example.com');
    const { id } = viewNamed(await viewsOf(admin), 'Organic');
    const run = await uploaded(admin, id, 'large.csv', largeSheet(150_000));
    expect([run.status, run.error]).toEqual(['failed', expect.stringContaining('32 MiB')]);
    const small = await uploaded(admin, id, 'small.csv', sheetOf([{ client: 'Acme' }]));
    expect(small.status).toBe('published');
    await app.stop();
  },
  PATIENCE_MS,
);

it(
  'takes no file while others fill the space for uploads',
  async () => {
    const app = await startApp({ env: { UPLOAD_SPACE_MIB: '1' } });
    const admin = await app.signIn('admin@example.com');
    const { id } = viewNamed(await viewsOf(admin), 'Organic');
    const type = 'multipart/form-data; boundary=b';
    const begun = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nClient\n';
    const socket = await openSocket(app.address);
    socket.write(uploadHead(admin, id, { type, length: 900 * 1024 }) + begun);
    await spoolIsUsed(app);
    const path = `/api/views/${id}/ingestions`;
    const refused = await admin.upload<Problem>(path, 'other.csv', largeSheet(5000));
    expect([refused.status, refused.body.detail]).toEqual([
      429,
      expect.stringContaining('fill the space for uploads'),
    ]);
    socket.destroy();
    await spoolIsEmpty(app);
    expect((await uploaded(admin, id, 'other.csv', largeSheet(5000))).status).toBe('published');
    await app.stop();
  },
  PATIENCE_MS,
);
