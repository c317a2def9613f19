import { generateKeyPairSync } from 'node:crypto';
import type { IngestionRun, Page, Problem, View } from '@app/contracts';
import { writeXlsx } from 'hucre/xlsx';
import { jwtVerify } from 'jose';
import type { Client, RunningApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import {
  type Answer,
  fails,
  type FakeGoogle,
  handsOut,
  sendsTo,
  startFakeGoogle,
} from '../support/fake-google.js';
import { type Product, startProduct } from '../support/product-with-database.js';
import { sheetOf } from '../support/sheets.js';
import { spoolIsEmpty } from '../support/spool.js';
import { runEnded, viewNamed, viewsOf } from '../support/views.js';

const ID = '1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789';
const ADDRESS = `https://docs.google.com/spreadsheets/d/${ID}/edit?usp=sharing`;
const CSV = sheetOf([{ client: 'Acme' }, { client: 'Bolt' }]);
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type RunOrProblem = Omit<IngestionRun, 'status'> & Omit<Problem, 'status'>;
type ViewOrProblem = View & Problem;

let google: FakeGoogle;
let product: Product;
let admin: Client;
let view: View;

beforeAll(async () => {
  google = await startFakeGoogle();
  product = await startProduct({ ...google.env, UPLOAD_LIMIT_MIB: '1' });
  ({ admin } = product);
  view = viewNamed(await viewsOf(admin), 'Organic');
});
afterAll(async () => {
  await product.stop();
  await google.stop();
});
beforeEach(() => {
  google.asked.length = 0;
});
afterEach(() => spoolIsEmpty(product.app));

const post = (body: object, query = '', client = admin) =>
  client.post<RunOrProblem>(`/api/views/${view.id}/ingestions${query}`, body);
const refresh = () => admin.post<RunOrProblem>(`/api/views/${view.id}/refresh`);
const set = (body: object, client = admin, id = view.id) =>
  client.patch<ViewOrProblem>(`/api/views/${id}`, body);

async function imported(body: object): Promise<IngestionRun> {
  const { status, text, body: run } = await post(body);
  if (status !== 202) throw new Error(`${status}: ${text}`);
  return runEnded(admin, view.id, run.id);
}

async function refreshed(): Promise<IngestionRun> {
  const { status, body, text } = await refresh();
  if (status !== 202) throw new Error(`${status}: ${text}`);
  return runEnded(admin, view.id, body.id);
}

async function workbook(): Promise<Buffer> {
  const rows = CSV.split('\n').map((line) => line.split(','));
  const sheets = [
    { name: 'Notes', rows: [['Nothing here']] },
    { name: 'Deals', rows },
  ];
  return Buffer.from(await writeXlsx({ sheets }));
}

describe('a sheet by its address', () => {
  it('comes as the CSV of the tab that the address names', async () => {
    google.answer(handsOut(CSV));
    const run = await imported({ sheet_url: `${ADDRESS}#gid=77` });
    expect([run.error, run.status]).toEqual([null, 'published']);
    expect(run.source).toEqual({
      type: 'google_sheets',
      name: 'Google Sheets',
      url: `${ADDRESS}#gid=77`,
      size: CSV.length,
    });
    expect(google.asked.map(({ host, path, query }) => [host, path, query.toString()])).toEqual([
      ['docs.google.com', `/spreadsheets/d/${ID}/export`, 'format=csv&gid=77'],
      ['doc-0k-sheets.googleusercontent.com', '/export/abc', ''],
    ]);
    const { data } = viewNamed(await viewsOf(admin), 'Organic');
    expect(data).toMatchObject({ records_count: 2, source_type: 'google_sheets' });
    const stored = await product.database.db.collection('data_metadata').findOne({ view_id: view.id });
    expect(stored).toMatchObject({ source_type: 'google_sheets', source_url: `${ADDRESS}#gid=77` });
  });

  it('comes as a workbook where a tab is named, and changes nothing when it is the same', async () => {
    google.answer(handsOut(await workbook(), XLSX));
    const run = await imported({ sheet_url: ADDRESS, sheet_name: 'Deals' });
    expect([run.error, run.status]).toEqual([null, 'unchanged']);
    expect(run.report).toMatchObject({ sheet_name: 'Deals', sheet_names: ['Notes', 'Deals'] });
    expect(run.source.name).toBe('Deals');
    expect(google.asked[0]?.query.toString()).toBe('format=xlsx');
  });

  it('tells the tabs when the named one is not there', async () => {
    google.answer(handsOut(await workbook(), XLSX));
    const run = await imported({ sheet_url: ADDRESS, sheet_name: 'Sales' });
    expect([run.status, run.error]).toEqual([
      'failed',
      'There is no sheet "Sales". The sheets are "Notes", "Deals": choose one of them.',
    ]);
    expect(run.report).toMatchObject({ sheet_name: null, sheet_names: ['Notes', 'Deals'] });
    expect(run.file_kept).toBe(true);
  });

  it('can be looked at before', async () => {
    google.answer(handsOut(sheetOf([{ client: 'Acme' }, { client: 'Bolt' }, { client: 'Cobalt' }])));
    const { body } = await post({ sheet_url: `${ADDRESS}#gid=0`, dry_run: true });
    const run = await runEnded(admin, view.id, body.id);
    expect([run.status, run.report?.added]).toEqual(['preview', 1]);
    const other = await admin.post<Problem>(`/api/views/${view.id}/ingestions/${run.id}/preview`, {
      sheet: 'Deals',
    });
    expect([other.status, other.body.detail]).toEqual([422, expect.stringContaining('name the tab')]);
    await admin.delete(`/api/views/${view.id}/ingestions/${run.id}`);
  });

  it.each([
    ['https://example.com/spreadsheets/d/1AbCdEfGhIjKlMnOp', /Only sheets of Google/],
    ['https://docs.google.com.example.com/spreadsheets/d/1AbCdEfGhIjKlMnOp', /Only sheets of Google/],
    ['https://2130706433/spreadsheets/d/1AbCdEfGhIjKlMnOp', /Only sheets of Google/],
    ['https://[::1]/spreadsheets/d/1AbCdEfGhIjKlMnOp', /Only sheets of Google/],
    ['https://docs.google.com:8443/spreadsheets/d/1AbCdEfGhIjKlMnOp', /Only sheets of Google/],
    ['https://docs.google.com@127.0.0.1/spreadsheets/d/1AbCdEfGhIjKlMnOp', /user or a password/],
    ['https://me:secret@docs.google.com/spreadsheets/d/1AbCdEfGhIjKlMnOp', /user or a password/],
    ['http://docs.google.com/spreadsheets/d/1AbCdEfGhIjKlMnOp', /begin with https/],
    ['file:///etc/passwd', /begin with https/],
    ['example.com/spreadsheets/d/1AbCdEfGhIjKlMnOp', /no address/],
    ['docs.google.com/document/d/1AbCdEfGhIjKlMnOp', /names no sheet/],
    ['https://docs.google.com/document/d/1AbCdEfGhIjKlMnOp', /names no sheet/],
    ['https://docs.google.com/spreadsheets/d/../../x', /names no sheet/],
    ['https://docs.google.com/spreadsheets/d/e/2PACX-1vAbCdEfGhIj/pubhtml', /published to the web/],
    [`${ADDRESS}#gid=1;x`, /tabs have numbers/],
  ])('%s is refused', async (sheet_url, message) => {
    const { status, body } = await post({ sheet_url });
    expect([status, body.errors[0]?.field]).toEqual([422, 'sheet_url']);
    expect(body.detail).toMatch(message);
    expect(body.detail).not.toContain('secret');
    expect(google.asked).toEqual([]);
  });

  it('is not started by who may not upload, nor into Master, nor from half a body', async () => {
    const market = await product.app.signIn('signal@example.com');
    expect((await post({ sheet_url: ADDRESS }, '', market)).status).toBe(404);
    const master = viewNamed(await viewsOf(admin), 'Master');
    const path = `/api/views/${master.id}`;
    expect((await admin.post(`${path}/ingestions`, { sheet_url: ADDRESS })).status).toBe(422);
    expect((await admin.post(`${path}/refresh`)).status).toBe(422);
    for (const body of [{}, { sheet_url: 7 }, { sheet_url: ADDRESS, more: 1 }])
      expect((await post(body)).status).toBe(400);
  });
});

describe('a sheet that Google does not hand out', () => {
  const failure = async (sheet_url = `${ADDRESS}#gid=77`) => {
    const run = await imported({ sheet_url });
    expect(run.status).toBe('failed');
    return run.error ?? '';
  };

  it.each([
    [
      'sends to the sign-in',
      sendsTo('https://accounts.google.com/ServiceLogin?continue=x'),
      /not shared: Google asks to sign in/,
    ],
    ['answers 401', fails(401), /not shared/],
    ['answers 403', fails(403), /not shared/],
    [
      'answers with a sign-in page',
      handsOut('<!doctype html><title>Sign in</title>', 'text/html'),
      /web page instead of the sheet/,
    ],
    [
      'calls a web page CSV',
      handsOut('\n<html><body>Sign in</body></html>'),
      /web page instead of the sheet/,
    ],
    ['answers 404', fails(404), /knows no such sheet/],
    ['answers 400', fails(400), /no tab with the number 77/],
    ['asks to wait for long', fails(429, { 'retry-after': '3600' }), /too many were asked for/],
    [
      'says how large it is',
      (_, response) => response.writeHead(200, { 'content-length': '2000000' }).end(),
      /larger than 1 MiB/,
    ],
    ['sends too much', handsOut(Buffer.alloc(1_100_000, 'Client,')), /larger than 1 MiB/],
    ['sends nothing', handsOut(''), /empty/],
    ['sends to another host', sendsTo('https://example.com/'), /not Google's/],
    ['sends to a host that looks alike', sendsTo('https://evilgoogleusercontent.com/'), /not Google's/],
    ['sends to loopback', sendsTo('https://127.0.0.1/'), /not Google's/],
    ['sends to loopback by IPv6', sendsTo('https://[::1]/'), /not Google's/],
    ['sends to loopback by number', sendsTo('https://2130706433/'), /not Google's/],
    ['sends to another port', sendsTo('https://docs.google.com:22/'), /not Google's/],
    ['sends away from https', sendsTo('http://docs.google.com/'), /not Google's/],
    ['sends to a file', sendsTo('file:///etc/passwd'), /not Google's/],
    ['sends to a user', sendsTo('https://a:b@docs.google.com/'), /not Google's/],
    ['sends in a circle', sendsTo('/again'), /not Google's/],
  ] satisfies [string, Answer, RegExp][])('because it %s', async (_, answer, message) => {
    google.answer(answer);
    expect(await failure()).toMatch(message);
    const { data } = viewNamed(await viewsOf(admin), 'Organic');
    expect(data).toMatchObject({ revision: 1, records_count: 2 });
  });

  it('is tried again after a moment', async () => {
    let count = 0;
    google.answer((asked, response) => {
      count++;
      if (count === 1) fails(503, { 'retry-after': '0' })(asked, response);
      else if (count === 2) response.destroy();
      else handsOut(CSV)(asked, response);
    });
    const run = await imported({ sheet_url: `${ADDRESS}#gid=77` });
    expect([run.status, run.error]).toEqual(['unchanged', null]);
    expect(count).toBeGreaterThan(2);
  });

  it('is given up when the run is cancelled', async () => {
    google.answer(() => undefined);
    const { body } = await post({ sheet_url: `${ADDRESS}#gid=77` });
    await eventually(async () => {
      const { body: run } = await admin.get<IngestionRun>(`/api/views/${view.id}/ingestions/${body.id}`);
      expect([run.progress.phase, google.asked.length]).toEqual(['fetching', 1]);
    });
    await admin.delete(`/api/views/${view.id}/ingestions/${body.id}`);
    expect((await runEnded(admin, view.id, body.id)).status).toBe('cancelled');
  });
});

describe('the sheet of a view', () => {
  it('is set by a super admin, and what is not named stays', async () => {
    expect((await refresh()).status).toBe(409);
    const { status, body } = await set({ sheet_url: ` ${ADDRESS} `, sheet_name: 'Deals' });
    expect([status, body.sheet_url, body.sheet_name]).toEqual([200, ADDRESS, 'Deals']);
    expect((await set({ dedupe: 'none' })).body).toMatchObject({ sheet_url: ADDRESS, dedupe: 'none' });
    expect((await set({ dedupe: 'client_stage' })).body).toMatchObject({ sheet_name: 'Deals' });
  });

  it('is refreshed from', async () => {
    google.answer(handsOut(await workbook(), XLSX));
    const run = await refreshed();
    expect([run.status, run.started_by, run.reading.sheet]).toEqual([
      'unchanged',
      'admin@example.com',
      'Deals',
    ]);
  });

  it('is refused when it is none', async () => {
    expect((await set({ sheet_url: 'https://example.com/' })).status).toBe(422);
    expect((await set({ sheet_url: 7 })).status).toBe(400);
    expect((await set({ sheet_name: 'x'.repeat(300) })).status).toBe(400);
    const master = viewNamed(await viewsOf(admin), 'Master');
    expect((await set({ sheet_url: ADDRESS }, admin, master.id)).status).toBe(422);
    const viewer = await product.app.signIn('organic@example.com');
    expect((await set({ sheet_url: null }, viewer)).status).toBe(403);
  });

  it('is taken away by null', async () => {
    const { body } = await set({ sheet_url: null, sheet_name: '' });
    expect([body.sheet_url, body.sheet_name]).toEqual([null, null]);
    const { body: runs } = await admin.get<Page<IngestionRun>>(`/api/views/${view.id}/ingestions`);
    expect(runs.items[0]?.source.url).toBe(ADDRESS);
  });
});

describe('a service account', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = {
    client_email: 'sheets@example.iam.gserviceaccount.com',
    private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
  };
  let app: RunningApp;
  let person: Client;

  beforeAll(async () => {
    app = await startApp({
      database: product.database,
      env: { ...google.env, GOOGLE_SERVICE_ACCOUNT: JSON.stringify(key) },
    });
    person = await app.signIn('admin@example.com');
  });
  afterAll(() => app.stop());

  const run = async () => {
    const { body } = await post({ sheet_url: `${ADDRESS}#gid=77` }, '', person);
    return runEnded(person, view.id, body.id);
  };

  it('signs in, and shows its token to no other host', async () => {
    google.answer((asked, response) => {
      if (asked.host !== 'oauth2.googleapis.com') handsOut(CSV)(asked, response);
      else response.writeHead(200).end(JSON.stringify({ access_token: 'ya29.token', expires_in: 3600 }));
    });
    expect([(await run()).status, (await run()).status]).toEqual(['unchanged', 'unchanged']);
    const hosts = google.asked.map(({ host, headers }) => [host, headers.authorization]);
    const fetched = [
      ['docs.google.com', 'Bearer ya29.token'],
      ['doc-0k-sheets.googleusercontent.com', undefined],
    ];
    expect(hosts).toEqual([['oauth2.googleapis.com', undefined], ...fetched, ...fetched]);
    const assertion = new URLSearchParams(google.asked[0]?.body).get('assertion') ?? '';
    const { payload } = await jwtVerify(assertion, publicKey, {
      audience: 'https://oauth2.googleapis.com/token',
    });
    expect(payload).toMatchObject({
      iss: key.client_email,
      scope: expect.stringContaining('drive.readonly') as string,
    });
  });

  it('is named where a sheet is not shared with it', async () => {
    google.answer(sendsTo('https://accounts.google.com/ServiceLogin'));
    expect((await run()).error).toContain(`let ${key.client_email} view it`);
  });

  it('keeps its secrets out of the log', () => {
    const output = app.output();
    for (const secret of ['ya29.token', 'PRIVATE KEY', ID]) expect(output).not.toContain(secret);
  });
});
