import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import type {
  Analytics,
  ImportColumnPage,
  IngestionRun,
  Problem,
  RunReading,
  View,
  ViewReading,
} from '@app/contracts';
import type { Client, TestDatabase } from '../support/app.js';
import { crmSheet } from '../support/crm-sheet.js';
import { eventually } from '../support/eventually.js';
import { newView } from '../support/new-view.js';
import { type Product, startProduct } from '../support/product-with-database.js';
import {
  previewed,
  publishHeld,
  reportOf,
  runEnded,
  uploaded,
  viewNamed,
  viewsOf,
} from '../support/views.js';

jest.setTimeout(120_000);

let product: Product;
let database: TestDatabase;
let admin: Client;

beforeAll(async () => {
  product = await startProduct();
  ({ database, admin } = product);
}, 120_000);

afterAll(() => product.stop());

const NOTHING_SAID = {
  encoding: null,
  separator: null,
  header_row: null,
  date_order: null,
  sheet: null,
  columns: null,
};

const path = ({ view_id, id }: IngestionRun) => `/api/views/${view_id}/ingestions/${id}`;
const readingOf = async (view: View) => (await admin.get<ViewReading>(`/api/views/${view.id}/reading`)).body;
const told = (reading: Partial<RunReading>) =>
  `?${new URLSearchParams(
    Object.entries(reading).map(([name, value]): [string, string] => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  ).toString()}`;

/** Reads the file of a run once more, and waits for the preview. */
async function reread(run: IngestionRun, said: Partial<RunReading>): Promise<IngestionRun> {
  const { status, text } = await admin.post(`${path(run)}/preview`, said);
  if (status !== 202) throw new Error(`Reading again answered ${status}: ${text}`);
  return runEnded(admin, run.view_id, run.id);
}

describe("a team's own sheet", () => {
  const { rules } = JSON.parse(
    readFileSync(join(import.meta.dirname, '../data/crm-opportunities.expected.json'), 'utf8'),
  ) as {
    rules: Partial<
      Record<
        string,
        {
          report: { rows_read: number; kept: number; skipped: number; duplicates: number };
          periods: { from: string; to: string; as_of: string; metrics: Record<string, { value: number }> }[];
        }
      >
    >;
  };

  function expectedUnder(dedupe: string) {
    const expected = rules[dedupe];
    if (!expected) throw new Error(`Nothing is expected under ${dedupe}.`);
    return expected;
  }

  it.each(['client_stage', 'none'])(
    'is refused with proposals, read as they say, published and remembered, under %s',
    async (dedupe) => {
      const view = await newView(product, `Crm-${dedupe}`, { dedupe });
      const sheet = crmSheet();
      const refused = await uploaded(admin, view.id, 'crm.csv', sheet);
      expect(refused).toMatchObject({ status: 'failed', file_kept: true, reading: NOTHING_SAID });
      expect(refused.error).toContain('has no Client column');
      expect(refused.error).toContain('"account" may be it');
      const { proposals, first_rows } = reportOf(refused);
      expect(first_rows.row_numbers[0]).toBe(2);
      const columns = Object.fromEntries(proposals.map(({ header, field }) => [header, field]));
      expect(columns).toEqual({
        sales_agent: 'owner',
        account: 'client',
        deal_stage: 'stage',
        engage_date: 'discovery_date',
        close_date: 'billing_start',
        close_value: 'expected_arr',
      });

      const preview = await reread(refused, { columns: { ...columns, opportunity_id: null } });
      expect(preview).toMatchObject({ id: refused.id, status: 'preview', error: null, dry_run: true });
      const expected = expectedUnder(dedupe);
      const { duplicates, ...counts } = expected.report;
      expect(reportOf(preview)).toMatchObject({
        rows_read: counts.rows_read,
        kept: counts.kept,
        skipped: counts.skipped,
        duplicates_count: duplicates,
        added: counts.kept,
        unknown_columns: [],
        finding_counts: [{ code: 'no_client', column: 'client', count: counts.skipped }],
      });

      expect(await publishHeld(admin, preview)).toMatchObject({ status: 'published', revision: 1 });
      for (const { from, to, as_of, metrics } of expected.periods) {
        const query = new URLSearchParams({ from, to, as_of }).toString();
        const { body } = await admin.get<Analytics>(`/api/views/${view.id}/analytics?${query}`);
        for (const id of ['meetings.total', 'deals.closed', 'deals.arr', 'deals.open'] as const)
          expect([id, body.metrics[id]?.value]).toEqual([id, metrics[id]?.value]);
      }

      const again = await uploaded(admin, view.id, 'crm.csv', sheet);
      expect(again).toMatchObject({ status: 'unchanged', reading: NOTHING_SAID });
      expect(await readingOf(view)).toMatchObject({
        column_mapping: { ...columns, opportunity_id: null },
        changed_by: 'admin@example.com',
      });
    },
  );
});

describe('what an upload is told', () => {
  const SHEET = 'Report\nCompte;Date de découverte;Region\nAcme;3/4/2026;N\nBeta;25/12/2026;S\n';
  const SAID = {
    separator: 'semicolon',
    header_row: 2,
    date_order: 'month_first',
    columns: { Compte: 'client', 'Date de découverte': 'discovery_date', 'a.b': null, $c: null },
  } as const;

  it('is how its file is read, and stands at the run', async () => {
    const view = await newView(product, 'Told');
    const run = await uploaded(admin, view.id, 'told.csv', SHEET, told(SAID));
    expect(run).toMatchObject({ reading: { ...NOTHING_SAID, ...SAID } });
    expect(reportOf(run)).toMatchObject({
      kept: 2,
      separator: ';',
      header_row: 2,
      date_orders: { discovery_date: 'month_first' },
      unknown_columns: ['Region'],
    });
  });

  it('is not remembered before somebody publishes it, and then but for the row of the header', async () => {
    const view = await newView(product, 'Lasting');
    const preview = await uploaded(admin, view.id, 'told.csv', SHEET, `${told(SAID)}&dry_run=true`);
    expect(preview.status).toBe('preview');
    expect(await readingOf(view)).toEqual({
      encoding: null,
      separator: null,
      date_order: null,
      column_mapping: {},
      changed_by: null,
      changed_at: null,
    });
    await publishHeld(admin, preview);
    expect(await readingOf(view)).toMatchObject({
      separator: 'semicolon',
      date_order: 'month_first',
      column_mapping: { compte: 'client', date_de_decouverte: 'discovery_date', a_b: null, c: null },
    });
  });

  it.each([
    ['encoding=utf-7', 'encoding must be one of windows-1252'],
    ['separator=,', 'separator must be one of comma, semicolon, tab.'],
    ['header_row=0', 'header_row must be a whole number from 1 to 20.'],
    ['header_row=21', 'header_row must be a whole number from 1 to 20.'],
    ['date_order=year_first', 'date_order must be one of day_first, month_first.'],
    ['columns=client', 'columns must be JSON'],
    ['columns=[]', 'columns must be an object of headers'],
    ['columns={"A":"b"}', 'columns gives "A" a column that does not exist'],
    ['columns={"A":"client","B":"client"}', 'columns names "A" and "B" for client'],
  ])('is refused when it makes no sense: %s', async (query, message) => {
    const view = await newView(product, 'Nonsense').catch(async () =>
      viewNamed(await viewsOf(admin), 'Nonsense'),
    );
    const { status, text } = await admin.upload(
      `/api/views/${view.id}/ingestions?${encodeURI(query)}`,
      'a.csv',
      SHEET,
    );
    expect({ status, text }).toMatchObject({ status: 400 });
    expect((JSON.parse(text) as { detail: string }).detail).toContain(message);
  });
});

describe('reading a file once more', () => {
  const deals = 'Client,Pipeline\nAcme,"1.500"\nBeta,20\n';

  it('makes a preview of a held run, and one of a preview, as it is told last', async () => {
    const view = await newView(product, 'Again');
    const preview = await previewed(admin, view.id, 'deals.csv', 'Client,Brand,Pipeline\nAgency,Acme,5\n');
    const told = await reread(preview, { columns: { Brand: 'client' } });
    expect(told).toMatchObject({
      id: preview.id,
      status: 'preview',
      reading: { columns: { Brand: 'client' } },
    });
    expect(reportOf(told).unknown_columns).toEqual(['Client']);
    const untold = await reread(told, {});
    expect(untold).toMatchObject({ status: 'preview', reading: NOTHING_SAID });
    await publishHeld(admin, untold);
    const held = await uploaded(admin, view.id, 'other.csv', deals);
    expect(held.status).toBe('held');
    expect(await reread(held, { date_order: 'month_first' })).toMatchObject({
      id: held.id,
      status: 'preview',
      decided_by: null,
    });
  });

  it('fails as an upload does, and can be told something else', async () => {
    const view = await newView(product, 'Wrong');
    const preview = await previewed(admin, view.id, 'deals.csv', deals);
    const failed = await reread(preview, { header_row: 2 });
    expect(failed).toMatchObject({ status: 'failed', file_kept: true });
    expect(failed.error).toContain('The header in row 2 has no Client column');
    expect(await reread(failed, { header_row: 1 })).toMatchObject({ status: 'preview', error: null });
  });

  it('is refused when the run is done, or there is none', async () => {
    const view = await newView(product, 'Done');
    const sheet = 'Client,Stage,POA date,ARR\nAcme,Won,2026-01-05,20\n';
    const run = await uploaded(admin, view.id, 'deals.csv', sheet);
    expect(run.status).toBe('published');
    const answer = await admin.post(`${path(run)}/preview`, {});
    expect(answer).toMatchObject({ status: 409 });
    expect(answer.body.detail).toContain('upload the file again');
    expect(await admin.post(`/api/views/${view.id}/ingestions/none/preview`, {})).toMatchObject({
      status: 404,
    });
  });

  it('keeps the files of three failed uploads of a view', async () => {
    const view = await newView(product, 'Three');
    const runs: IngestionRun[] = [];
    for (const name of ['a', 'b', 'c', 'd'])
      runs.push(await uploaded(admin, view.id, `${name}.csv`, `Kunde,Owner\n${name},Ann\n`));
    // The oldest goes when the newest has ended.
    await eventually(async () => {
      const kept = runs.map(async (run) => (await admin.get<IngestionRun>(path(run))).body.file_kept);
      expect(await Promise.all(kept)).toEqual([false, true, true, true]);
    });
  });
});

it('refuses to look for a sheet in a text file, or for one by a name that nobody sees', async () => {
  const view = await newView(product, 'Sheetless');
  const run = await previewed(admin, view.id, 'deals.csv', 'Client\nAcme\n');
  for (const [sheet, expected] of [
    ['Deals', 422],
    ['De\u0000als', 400],
  ]) {
    const { status, body } = await admin.post<Problem>(`${path(run)}/preview`, { sheet });
    expect([status, body.errors[0]?.field]).toEqual([expected, 'sheet']);
  }
  expect((await reread(run, { sheet: '' })).status).toBe('preview');
});

it('reads again by the rule that the view has now', async () => {
  const view = await newView(product, 'Ruled');
  const run = await previewed(admin, view.id, 'deals.csv', 'Client,Stage\nAcme,Won\nAcme,Won\n');
  expect(reportOf(run)).toMatchObject({ kept: 1, dedupe: 'client_stage' });
  await admin.patch(`/api/views/${view.id}`, { dedupe: 'none' });
  expect(reportOf(await reread(run, {}))).toMatchObject({ kept: 2, dedupe: 'none' });
});

describe('how the sheets of a view are read', () => {
  it('can be said, changed in part and forgotten', async () => {
    const view = await newView(product, 'Said', { reading: 'theirs', sheet_note: 'kept' });
    const put = (body: object) => admin.put<ViewReading>(`/api/views/${view.id}/reading`, body);
    const first = await put({
      encoding: 'macroman',
      column_mapping: { 'Nom du compte': 'client', Région: null },
    });
    expect(first.body).toMatchObject({
      encoding: 'macroman',
      separator: null,
      column_mapping: { nom_du_compte: 'client', region: null },
      changed_by: 'admin@example.com',
    });
    expect((await put({ encoding: null, date_order: 'month_first' })).body).toMatchObject({
      encoding: null,
      date_order: 'month_first',
      column_mapping: { nom_du_compte: 'client', region: null },
    });
    const run = await uploaded(admin, view.id, 'a.csv', 'Nom du compte,Région,POA date\nAcme,N,3/4/2026\n');
    expect(reportOf(run)).toMatchObject({
      kept: 1,
      unknown_columns: [],
      date_orders: { poa_date: 'month_first' },
    });
    expect((await put({ column_mapping: null })).body.column_mapping).toEqual({});
    expect(await database.db.collection('views').findOne({ id: view.id })).toMatchObject({
      sheet_note: 'kept',
    });
  });

  it.each([
    [{ encoding: 'utf-8' }, 'encoding must be one of'],
    [{ column_mapping: { A: 'b' } }, 'column_mapping gives "A" a column'],
    [{ header_row: 3 }, 'header_row is not known here.'],
  ])('is refused when it makes no sense: %j', async (body, message) => {
    const view = viewNamed(await viewsOf(admin), 'Signal');
    const answer = await admin.put(`/api/views/${view.id}/reading`, body);
    expect(answer.status).toBe(400);
    expect(answer.body.detail).toContain(message);
  });
});

describe('for people who prepare a sheet', () => {
  it.each(['csv', 'xlsx'])(
    'there is a template to fill in, as %s, which is imported without a finding',
    async (format) => {
      const view = await newView(product, `Template-${format}`);
      const viewer = await product.app.signIn('organic@example.com');
      const file = await viewer.download(`/api/import-columns/template?format=${format}`);
      expect(file.headers.get('content-disposition')).toContain(`deals-template.${format}`);
      const run = await uploaded(admin, view.id, `template.${format}`, new Uint8Array(file.bytes));
      expect(run).toMatchObject({ status: 'published', error: null });
      expect(reportOf(run)).toMatchObject({
        kept: 2,
        findings: [],
        missing_columns: [],
        unknown_columns: [],
      });
    },
  );

  it('the columns are listed', async () => {
    const { body } = await admin.get<ImportColumnPage>('/api/import-columns');
    expect(body.total).toBe(18);
    expect(body.items.find(({ field }) => field === 'stage')).toMatchObject({
      label: 'Stage',
      kind: 'text',
      is_required: false,
      values: expect.arrayContaining(['A Closed']) as string[],
    });
  });
});
