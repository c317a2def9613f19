import type { IngestionRun, Problem, View } from '@app/contracts';
import { type Client, type RunningApp, startApp } from '../support/app.js';
import { sheetOf } from '../support/sheets.js';
import { ingest, viewNamed, viewsOf } from '../support/views.js';

const MIB = 1024 * 1024;
const NO_TABLE =
  '"bad.csv" is no workbook and no table in text form. Save the sheet as .xlsx or CSV and upload that file.';
/** The container of old Office files, with a name of what it holds in its directory. */
const ole = (name: string) =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(70_000),
      Buffer.from(`${name}\0`, 'utf16le'),
    ]),
  );
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);

let app: RunningApp;
let admin: Client;
let organic: View;
let path: string;

beforeAll(async () => {
  app = await startApp({ env: { UPLOAD_LIMIT_MIB: '12', AUTH_DEMO: '1' } });
  admin = await app.signIn('admin@example.com');
  organic = viewNamed(await viewsOf(admin), 'Organic');
  path = `/api/views/${organic.id}/ingestions`;
  await ingest(admin, organic.id, 'good.csv', sheetOf([{ client: 'Acme' }, { client: 'Bolt' }]));
});

afterAll(() => app.stop());

// Whatever was refused: the data that was there is still served.
afterEach(async () => {
  const { data } = viewNamed(await viewsOf(admin), 'Organic');
  expect(data).toMatchObject({ revision: 1, records_count: 2 });
  const { body } = await admin.get<{ total: number }>(`/api/views/${organic.id}/records`);
  expect(body.total).toBe(2);
});

const refused = (name: string, content: Uint8Array<ArrayBuffer> | string, query = '') =>
  admin.upload<Problem>(path + query, name, content);

describe('what the request alone shows', () => {
  it.each([
    ['an empty file', '', '"bad.csv" is empty. Export the sheet again and upload that file.'],
    ['a file of blanks', ' \n\n \n', '"bad.csv" is empty. Export the sheet again and upload that file.'],
    ['a picture', PNG, NO_TABLE],
    ['a container of something', ole('Pictures'), NO_TABLE],
    [
      'a workbook of an old Excel',
      ole('Workbook'),
      '"bad.csv" is a workbook of an old Excel (.xls). Save it as .xlsx or CSV and upload that file.',
    ],
    [
      'a workbook with a password',
      ole('EncryptedPackage'),
      '"bad.csv" is protected with a password. Save it in Excel without the password and upload that file.',
    ],
    [
      'a zip that breaks off',
      new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]),
      '"bad.csv" cannot be read. The workbook is damaged: it breaks off, or its list of parts is spoilt. ' +
        'Open it in Excel or Google Sheets, save it as .xlsx again and upload that file.',
    ],
  ])('refuses %s', async (_, content, detail) => {
    const { status, body } = await refused('bad.csv', content);
    expect([status, body.detail]).toEqual([415, detail]);
  });

  it('refuses a file over the limit and names the limit', async () => {
    const { status, body } = await refused('large.csv', 'a'.repeat(13 * MIB));
    expect(status).toBe(413);
    expect(body.detail).toBe(
      'The file is larger than 12 MiB, the most this installation takes. Nothing was kept.',
    );
  });

  it.each([
    ['control characters', 'de\u0001als.csv', 'has invisible or control characters'],
    ['marks that turn text around', 'deals\u202efdp.csv', 'has invisible or control characters'],
    ['marks that nobody sees', 'deals\u200b.csv', 'has invisible or control characters'],
    ['no end', `${'x'.repeat(300)}.csv`, 'is longer than 255 characters'],
    ['70,000 characters', `${'x'.repeat(70_000)}.csv`, 'is longer than 255 characters'],
  ])('refuses a file whose name has %s', async (_, name, fault) => {
    const { status, body } = await refused(name, 'Client\nAcme');
    const message = `The name of the file ${fault}: rename the file and upload it again.`;
    expect([status, body.errors]).toEqual([400, [{ field: 'file', message }]]);
  });

  it('refuses a master', async () => {
    const master = viewNamed(await viewsOf(admin), 'Master');
    const answer = await admin.upload<Problem>(`/api/views/${master.id}/ingestions`, 'a.csv', 'Client\nAcme');
    expect(answer.status).toBe(422);
    expect(answer.body.detail).toBe(
      'Master adds up other views and has no data of its own: upload to one of them.',
    );
  });

  it('refuses who has no right to upload', async () => {
    const demo = app.client();
    await demo.get('/api/auth/config');
    await demo.post('/api/auth/demo');
    const signal = await app.signIn('signal@example.com');
    expect((await demo.upload(path, 'a.csv', 'Client\nAcme')).status).toBe(403);
    expect((await signal.upload(path, 'a.csv', 'Client\nAcme')).status).toBe(404);
  });

  it.each([
    ['?dry_run=maybe', 400, 'dry_run must be one of true, false.'],
    [
      '?sheet=Deals',
      422,
      '"a.csv" is a text file and has no sheets to choose from: leave sheet out, or send the workbook itself.',
    ],
    [`?sheet=${'x'.repeat(300)}`, 400, 'sheet has more than 200 characters.'],
    ['?sheet=De%00als', 400, 'sheet has invisible or control characters.'],
    ['?mode=append', 400, 'mode must be one of replace, merge.'],
    [
      '?modus=replace',
      400,
      'There is no parameter "modus" here: it takes mode, dry_run, encoding, separator, header_row, date_order, sheet, columns.',
    ],
  ])('refuses %s', async (query, status, detail) => {
    const answer = await refused('a.csv', 'Client\nAcme', query);
    expect([answer.status, answer.body.detail]).toEqual([status, detail]);
  });

  it('refuses a sheet by address and a form without file', async () => {
    const address = await admin.post<Problem>(path, { sheet_url: 'https://example.com/sheet' });
    const form = new FormData();
    form.set('note', 'no file');
    const without = await admin.send<Problem>('POST', path, { body: form });
    expect([address.status, address.body.errors[0]?.field, without.status]).toEqual([422, 'sheet_url', 400]);
    expect(without.body.detail).toBe('The request has no file: send it in the field "file".');
  });
});

describe('what only reading shows', () => {
  const failed = async (content: string): Promise<IngestionRun> => {
    const run = await ingest(admin, organic.id, 'bad.csv', content);
    expect([run.status, run.revision]).toEqual(['failed', null]);
    return run;
  };

  it.each([
    ['a header alone', 'Client,Stage\n', /no row/i],
    [
      'no Client column',
      'Customer,,POA date\nAcme,,2026-01-02\n',
      /no Client column \(found: Customer, POA date\)/,
    ],
    ['a web page', '<!DOCTYPE html><html><body>Sign in</body></html>', /is a web page and no sheet/],
    ['cells separated by bars', 'Client|Stage\nAcme|Won\n', /separated by "\|"/],
    ['no Client column, but a likely one', 'Société;Étape\nAcme;Won\n', /"Société" may be it/],
    ['no row with a client', 'Client,Stage\n,C Proposal sent\n', /client/i],
    ['a line of 10 MB', `Client,Stage\n"${'x'.repeat(10 * MIB)}",A\n`, /too long|longer/i],
  ])('ends the run as failed: %s', async (_, content, message) => {
    const run = await failed(content);
    expect(run.error).toMatch(message);
  });

  it('keeps what was found up to the fault', async () => {
    const run = await failed('Client,Stage\n,C Proposal sent\n,Lost\n');
    expect(run.report).toMatchObject({ rows_read: 2, skipped: 2, kept: 0 });
  });
});
