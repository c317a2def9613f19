import type { Analytics, Breakdown, DealRecordPage, ScreenAnswer, Problem, View } from '@app/contracts';
import { readXlsx } from 'hucre/xlsx';
import type { Client } from '../support/app.js';
import { type Product, startProduct } from '../support/product-with-database.js';
import { largeSheet, sheetOf } from '../support/sheets.js';
import { ingest, reportOf, viewNamed, viewsOf } from '../support/views.js';
import { pairsOf } from '../support/by-metric.js';

const HEADER =
  'Month,Discovery date,Client,Hubspot link,Stage,Relevance,Show/Nowshow,POA date,Expected MRR,Expected ARR,' +
  'Pipeline,Type of deal,BDR,Type of source,Product,Owner,Supporters,Billing start';
const PERIOD = 'from=2026-07-01&to=2026-12-31&as_of=2026-11-22';
const BOM = '\uFEFF';

// A sheet as people keep it: spellings, formulas, quotes, amounts of all kinds.
const DIRTY = [
  HEADER,
  'Oct,03/10/2026,"Acme, Inc.",https://hub.example.com/1,Closed Won,relevant,show,,100,"$1,200.50",,up-sell,BO,Inbound,Pro,Rémi,,15/10/2026',
  'Oct,04/10/2026,=cmd(),,B Legals,,no show,,,,"12k",,,outbound,,REMI,,',
  'Oct,05/10/2026,"Say ""hi""",,D POA Booked,Maybe,Show,25/11/2026,,,(500),,bo,Client,pro,Rémi,,',
  ',,Zoé & Co,,Waiting,,,,,,0,,none,,,,"a; b",',
].join('\n');

let product: Product;
let admin: Client;
let views: Map<string, View>;

beforeAll(async () => {
  product = await startProduct();
  admin = product.admin;
  views = await viewsOf(admin);
  await ingest(admin, idOf('Organic'), 'deals.csv', DIRTY);
  await ingest(admin, idOf('Signal'), 'deals.csv', sheetOf([{ client: 'Dune', pipe: 250, owner: 'Inès' }]));
});

afterAll(() => product.stop());

const idOf = (name: string) => viewNamed(views, name).id;
const pathOf = (view: string, route: string) => `/api/views/${idOf(view)}/${route}`;

/** A file with its lines; the last line end leaves no empty line. */
async function csv(view: string, route: string, client = admin) {
  const { status, headers, bytes } = await client.download(pathOf(view, route));
  expect({ status, text: status === 200 ? '' : bytes.toString() }).toEqual({ status: 200, text: '' });
  const text = bytes.toString();
  return { headers, bytes, text, lines: text.slice(BOM.length).split('\r\n').slice(0, -1) };
}

async function sheet(view: string, route: string) {
  const { headers, bytes } = await admin.download(pathOf(view, route));
  const { sheets } = await readXlsx(bytes);
  return { headers, rows: sheets[0]?.rows ?? [] };
}

const numbers = async (view: string) =>
  (await admin.get<Analytics>(pathOf(view, `analytics?${PERIOD}`))).body.metrics;

describe('the records of a view', () => {
  it('are a CSV file that spreadsheets read: BOM, CRLF, the headers of the sheet, a name that says what it is', async () => {
    const { headers, text, lines } = await csv('Organic', 'records/export?format=csv&as_of=2026-11-22');
    expect(text.startsWith(BOM)).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(lines[0]).toBe(HEADER);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toBe('attachment; filename="organic-records-2026-11-22.csv"');
    expect(headers.get('cache-control')).toBe('private, no-store');
  });

  it('are normalised: ISO dates, plain numbers, guarded text, one spelling a person', async () => {
    const { lines } = await csv('Organic', 'records/export?format=csv');
    expect(lines.slice(1)).toEqual([
      'Oct,2026-10-03,"Acme, Inc.",https://hub.example.com/1,A Closed,Relevant,Show,,100,1200.5,,Upsell,BO,Inbound,Pro,Rémi,,2026-10-15',
      "Oct,2026-10-04,'=cmd(),,B Legals,,Noshow,,,,12000,,,Outbound,,Rémi,,",
      'Oct,2026-10-05,"Say ""hi""",,D POA Booked,Question mark,Show,2026-11-25,,,-500,,BO,Client,Pro,Rémi,,',
      ',,Zoé & Co,,Waiting,,,,,,0,,,,,,"a; b",',
    ]);
  });

  it('come in the order and under the filters that are asked for', async () => {
    const sorted = await csv('Organic', 'records/export?format=csv&sort=-pipeline&owner=remi');
    expect(sorted.lines.slice(1).map((line) => line.split(',')[1])).toEqual([
      '2026-10-04',
      '2026-10-05',
      '2026-10-03',
    ]);
    const searched = await csv('Organic', 'records/export?format=csv&q=zoe');
    expect(searched.lines).toHaveLength(2);
  });

  it('are an XLSX workbook with typed dates and numbers', async () => {
    const { headers, rows } = await sheet('Organic', 'records/export?format=xlsx&as_of=2026-11-22');
    expect(headers.get('content-type')).toBe(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    );
    expect(headers.get('content-disposition')).toContain('organic-records-2026-11-22.xlsx');
    expect(rows[0]).toEqual(HEADER.split(','));
    expect(rows[1]?.slice(0, 11)).toEqual([
      'Oct',
      new Date('2026-10-03'),
      'Acme, Inc.',
      'https://hub.example.com/1',
      'A Closed',
      'Relevant',
      'Show',
      null,
      100,
      1200.5,
      null,
    ]);
    expect(rows[2]?.[2]).toBe("'=cmd()");
    expect(rows[3]?.[10]).toBe(-500);
  });

  it('of nothing are the headers alone', async () => {
    expect((await csv('Market', 'records/export?format=csv')).lines).toEqual([HEADER]);
    expect((await sheet('Market', 'records/export?format=xlsx')).rows).toEqual([HEADER.split(',')]);
  });

  it('say on Master which view each comes from', async () => {
    const { lines } = await csv('Master', 'records/export?format=csv');
    expect(lines[0]).toBe(`View,${HEADER}`);
    const { body } = await admin.get<DealRecordPage>(pathOf('Master', 'records'));
    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(
      body.items.map(({ view_name }) => view_name),
    );
    expect(lines).toHaveLength(6);
  });
});

describe('the columns that a list shows', () => {
  it('come first and in their order, also those that no sheet has; the rest of the sheet follows', async () => {
    const columns = ['client', 'age', 'weight', 'reason', 'weighted']
      .map((each) => `columns=${each}`)
      .join('&');
    const asked = `metric=pipe.active&${PERIOD}&${columns}`;
    const { lines } = await csv('Organic', `analytics/records/export?format=csv&${asked}`);
    expect(lines[0]).toBe(
      `Client,Age,Weight,Why,Weighted,${HEADER.split(',')
        .filter((label) => label !== 'Client')
        .join(',')}`,
    );
    const { body } = await admin.get<DealRecordPage>(
      pathOf('Organic', `analytics/records?${asked.split('&columns')[0] ?? ''}`),
    );
    const shown = body.items.map(({ age, weight, weighted }) => [age, weight, weighted ?? '']);
    const read = lines.slice(1).map((line) => line.replaceAll(/"[^"]*"/g, 'quoted').split(','));
    expect(
      read.map(([, age, weight, , weighted]) => [
        Number(age),
        Number(weight),
        weighted === '' ? '' : Number(weighted),
      ]),
    ).toEqual(shown);
    expect(read.map(([, , , why]) => why)).toContain('quoted');
    const sum = body.items.reduce((total, { weighted }) => total + (weighted ?? 0), 0);
    expect(sum).toBe((await numbers('Organic'))['pipe.active_weighted']?.value);
  });

  it('follow the view on Master, and are typed in a workbook', async () => {
    const asked = `metric=pipe.active&${PERIOD}&columns=weighted&columns=client`;
    const { rows } = await sheet('Master', `analytics/records/export?format=xlsx&${asked}`);
    expect(rows[0]?.slice(0, 3)).toEqual(['View', 'Weighted', 'Client']);
    expect(typeof rows[1]?.[1]).toBe('number');
  });

  it('are refused by name where no list has them', async () => {
    const { status, body } = await admin.get<Problem>(
      pathOf('Organic', 'records/export?format=csv&columns=secret'),
    );
    expect(status).toBe(400);
    expect(body.errors[0]?.field).toBe('columns');
  });
});

describe('the deals of a column of a board', () => {
  it('are those of the list, under the same filters and in the same order', async () => {
    const route = 'board-columns/legal/records';
    for (const asked of [
      'as_of=2026-11-22',
      'as_of=2026-11-22&owner=remi&sort=-value',
      'as_of=2026-11-22&owner=',
    ]) {
      const { lines } = await csv('Organic', `${route}/export?format=csv&columns=value&${asked}`);
      const { body } = await admin.get<DealRecordPage>(pathOf('Organic', `${route}?${asked}`));
      expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(
        body.items.map(({ value }) => String(value ?? '')),
      );
    }
  });
});

describe('an export that is imported again', () => {
  it.each(['records/export?format=csv'])('gives the same numbers and the same export', async (route) => {
    const { bytes, text } = await csv('Organic', route);
    const run = await ingest(admin, idOf('Full Funnel'), 'again.csv', bytes);
    const { findings, unknown_columns, missing_columns, kept } = reportOf(run);
    expect({ status: run.status, unknown_columns, missing_columns, kept }).toEqual({
      status: 'published',
      unknown_columns: [],
      missing_columns: [],
      kept: 4,
    });
    // Only what nobody can know: "Waiting" is no stage, "Client" no source of the sheet.
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['unknown_value']));
    const again = await numbers('Full Funnel');
    const first = await numbers('Organic');
    expect(Object.keys(first).length).toBeGreaterThan(40);
    for (const [id, { value }] of pairsOf(first)) expect([id, again[id]?.value]).toEqual([id, value]);
    expect((await csv('Full Funnel', route)).text).toBe(text);
  });
});

describe('the records behind a number', () => {
  it('are those of the list, whole', async () => {
    const question = `metric=meetings.total&${PERIOD}&sort=client`;
    const { headers, lines } = await csv('Organic', `analytics/records/export?${question}&format=csv`);
    const { body } = await admin.get<DealRecordPage>(
      pathOf('Organic', `analytics/records?${question}&limit=1`),
    );
    expect(lines.slice(1)).toHaveLength(body.total);
    expect(body.total).toBe(3);
    expect(headers.get('content-disposition')).toBe(
      'attachment; filename="organic-meetings.total-2026-07-01-2026-12-31.csv"',
    );
  });

  it('of a finding too', async () => {
    const { lines } = await csv('Organic', 'findings/unknown_stage/records/export?format=csv');
    expect(lines.slice(1)).toEqual([expect.stringContaining('Waiting')]);
  });
});

describe('a breakdown', () => {
  it('is a file with one row a part and the total', async () => {
    const question = `metric=pipe.created&by=owner&${PERIOD}`;
    const { headers, lines } = await csv('Organic', `analytics/breakdown/export?${question}&format=csv`);
    const { body } = await admin.get<Breakdown>(pathOf('Organic', `analytics/breakdown?${question}`));
    const rows = body.rows.map(({ key, label, value }) => `${key === null ? 'Unassigned' : label},${value}`);
    expect(lines[0]).toMatch(/^AE,.*pipe/i);
    expect(lines.slice(1)).toEqual([...rows, `Total,${body.total}`]);
    expect(headers.get('content-disposition')).toContain(
      'organic-pipe.created-by-owner-2026-07-01-2026-12-31',
    );
  });

  it('keeps rates unrounded and typed', async () => {
    const question = `metric=relevance.rate&by=month&${PERIOD}`;
    const { rows } = await sheet('Organic', `analytics/breakdown/export?${question}&format=xlsx`);
    expect(rows.at(-1)).toEqual(['Total', 1 / 3]);
  });
});

describe('a table of a screen', () => {
  it('is a file with the numbers of the screen, unrounded, and its totals', async () => {
    const { headers, lines } = await csv(
      'Organic',
      `screens/meetings-attended/export?table=owners&format=csv&${PERIOD}`,
    );
    const { body } = await admin.get<ScreenAnswer<'meetings-attended'>>(
      pathOf('Organic', `screens/meetings-attended?${PERIOD}`),
    );
    const { columns, rows, totals } = body.owners;
    const line = (cells: readonly (string | number | null)[]) => cells.map((cell) => cell ?? '').join(',');
    expect(lines).toEqual([
      line(['AE', ...columns.map(({ label }) => label)]),
      ...rows.map(({ label, values }) => line([label, ...values])),
      line(['Total', ...totals]),
    ]);
    expect(headers.get('content-disposition')).toContain(
      'organic-meetings-attended-owners-2026-07-01-2026-12-31.csv',
    );
  });

  it('holds what is shown: its columns in their order, its rows as they are sorted, unassigned last', async () => {
    const shown = 'columns=poa.generated&columns=intros.attended&sort=-label';
    const { lines } = await csv(
      'Master',
      `screens/meetings-attended/export?table=owners&format=csv&${PERIOD}&${shown}`,
    );
    const { body } = await admin.get<ScreenAnswer<'meetings-attended'>>(
      pathOf('Master', `screens/meetings-attended?${PERIOD}`),
    );
    const { columns, rows } = body.owners;
    const at = ['poa.generated', 'intros.attended'].map((id) =>
      columns.findIndex((column) => column.id === id),
    );
    const sorted = [...rows].sort((one, other) => other.label.localeCompare(one.label));
    const inOrder = [
      ...sorted.filter(({ key }) => key !== null),
      ...sorted.filter(({ key }) => key === null),
    ];
    expect(lines.slice(0, -1)).toEqual([
      ['AE', ...at.map((each) => columns[each]?.label)].join(','),
      ...inOrder.map(({ key, label, values }) =>
        [key === null ? 'Unassigned' : label, ...at.map((each) => values[each])].join(','),
      ),
    ]);
    expect(inOrder.length).toBeGreaterThan(1);
  });

  it.each([
    ['dashboard', 'months'],
    ['dashboard', 'revenue_by_month'],
    ['meetings-generation', 'sources'],
    ['meetings-generation', 'bdrs'],
    ['upsell-renew', 'partners'],
    ['deals-pipeline', 'cumulative'],
    ['projections', 'owners'],
  ])('%s: %s', async (screen, table) => {
    const { rows } = await sheet(
      'Organic',
      `screens/${screen}/export?table=${table}&format=xlsx&against=none&${PERIOD}`,
    );
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.at(-1)?.[0]).toBe('Total');
  });
});

describe('an export is refused', () => {
  it.each([
    ['records/export', 'format'],
    ['records/export?format=pdf', 'format'],
    ['records/export?format=csv&limit=5', 'limit'],
    ['records/export?format=csv&sort=shoe', 'sort'],
    [`analytics/records/export?format=csv&metric=nothing&${PERIOD}`, 'metric'],
    ['analytics/records/export?format=csv&metric=meetings.total&from=2026-07-01', 'to'],
    [`analytics/breakdown/export?format=xlsx&metric=meetings.total&by=shoe&${PERIOD}`, 'by'],
    [`screens/dashboard/export?format=csv&${PERIOD}`, 'table'],
    [`screens/dashboard/export?format=csv&table=owners&${PERIOD}`, 'table'],
    [`screens/dashboard/export?format=pdf&table=months&${PERIOD}`, 'format'],
    [`screens/dashboard/export?format=csv&table=months&columns=shoe&${PERIOD}`, 'columns'],
  ])('%s', async (route, field) => {
    const { status, headers, body } = await admin.get<Problem>(pathOf('Organic', route));
    expect(status).toBe(400);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(headers.get('content-disposition')).toBeNull();
    expect(body.errors.map((error) => error.field)).toEqual([field]);
  });

  it.each([
    'records/export?format=csv',
    `analytics/records/export?format=csv&metric=meetings.total&${PERIOD}`,
    `analytics/breakdown/export?format=csv&metric=meetings.total&by=owner&${PERIOD}`,
    'findings/unknown_stage/records/export?format=csv',
    `screens/dashboard/export?format=csv&table=months&${PERIOD}`,
    'board-columns/legal/records/export?format=csv',
  ])('%s to whoever may not read the view', async (route) => {
    const viewer = await product.app.signIn('signal@example.com');
    expect((await viewer.get(pathOf('Organic', route))).status).toBe(404);
    expect((await viewer.get(pathOf('Master', route))).status).toBe(404);
    expect((await viewer.get(pathOf('Signal', route))).status).toBe(200);
    expect((await product.app.client().get(pathOf('Organic', route))).status).toBe(401);
  });

  it.each([
    'findings/shoe/records/export?format=csv',
    'board-columns/shoe/records/export?format=csv',
    `screens/shoe/export?format=csv&${PERIOD}`,
  ])('%s: there is none', async (route) => {
    expect((await admin.get(pathOf('Organic', route))).status).toBe(404);
  });
});

describe('exports at once', () => {
  const path = () => pathOf('Full Funnel', 'records/export?format=xlsx');

  beforeAll(async () => {
    const run = await ingest(admin, idOf('Full Funnel'), 'some.csv', largeSheet(3_000));
    expect([run.status, run.error]).toEqual(['published', null]);
  });

  it('are two a person: others of the same person are asked to wait, and then get theirs', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const response = await admin.open(path());
        await response.arrayBuffer();
        return response;
      }),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(2);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]?.headers.get('retry-after')).toBe('5');
    for (let again = 0; again < 3; again += 1)
      expect((await sheet('Full Funnel', 'records/export?format=xlsx')).rows).toHaveLength(3_001);
  });

  it('that are refused take nobody a turn', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1)
      expect((await admin.get(pathOf('Organic', 'records/export?format=pdf'))).status).toBe(400);
    expect((await csv('Organic', 'records/export?format=csv')).lines.length).toBeGreaterThan(1);
  });
});

describe('a publish in the middle of a download', () => {
  it('ends it broken, never mixed', async () => {
    await ingest(admin, idOf('Market'), 'old.csv', largeSheet(5_000, { tag: 'Old' }));
    const path = pathOf('Market', 'records/export?format=csv&sort=-pipeline');
    const response = await admin.open(path);
    // Nothing is read meanwhile: what the network holds back, the product has not asked the database for.
    await ingest(admin, idOf('Market'), 'new.csv', largeSheet(10, { tag: 'New' }));
    const text = await response.text().catch(() => 'broken');
    expect(text === 'broken' || text.split('\r\n').length === 5_002).toBe(true);
    expect(text).not.toContain('New');
    expect((await csv('Market', 'records/export?format=csv')).lines).toHaveLength(11);
  });
});
