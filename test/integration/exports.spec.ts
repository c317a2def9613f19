import type { DealRecordPage, Problem } from '@app/contracts';
import fc from 'fast-check';
import { pairsOf } from '../support/by-metric.js';
import { ingest, previewed, reportOf } from '../support/views.js';
import { BOM, HEADER, PERIOD, ProductWithDeals } from '../support/product-with-deals.js';

const PEOPLE = ['Rémi', 'Remi', 'REMI', 're mi', 'Zoé', 'Zoe', ''];
const aRow = () =>
  fc.tuple(
    fc.constantFrom('Acme', 'ACMÉ', 'Globex', 'Initech', 'Hooli'),
    fc.constantFrom('F Inbox', 'B Legals', 'Lost', 'Waiting', 'waiting'),
    fc.constantFrom(...PEOPLE),
    fc.constantFrom(...PEOPLE),
    fc.constantFrom('Pro', 'pro', 'Plus', ''),
    fc.integer({ min: 1, max: 99 }),
  );
const aSheet = () =>
  fc
    .array(aRow(), { minLength: 8, maxLength: 20 })
    .map((rows) => ['Client,Stage,Owner,BDR,Product,Pipeline', ...rows.map(String)].join('\n'));

let product: ProductWithDeals;

beforeAll(async () => {
  product = await ProductWithDeals.start();
});

afterAll(() => product.stop());

describe('the records of a view', () => {
  it('are a CSV file that spreadsheets read: BOM, CRLF, the headers of the sheet, a name that says what it is', async () => {
    const { headers, text, lines } = await product.csv(
      'Organic',
      'records/export?format=csv&as_of=2026-11-22',
    );
    expect(text.startsWith(BOM)).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(lines[0]).toBe(HEADER);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toBe('attachment; filename="organic-records-2026-11-22.csv"');
    expect(headers.get('cache-control')).toBe('private, no-store');
  });

  it('are normalised: ISO dates, plain numbers, guarded text, names as the sheet has them', async () => {
    const { lines } = await product.csv('Organic', 'records/export?format=csv');
    expect(lines.slice(1)).toEqual([
      'Oct,2026-10-03,"Acme, Inc.",https://hub.example.com/1,A Closed,Relevant,Show,,100,1200.5,,Upsell,BO,Inbound,Pro,Rémi,,2026-10-15',
      "Oct,2026-10-04,'=cmd(),,B Legals,,Noshow,,,,12000,,,Outbound,,REMI,,",
      'Oct,2026-10-05,"Say ""hi""",,D POA Booked,Question mark,Show,2026-11-25,,,-500,,bo,Client,pro,Rémi,,',
      ',,Zoé & Co,,Waiting,,,,,,0,,,,,,"a; b",',
    ]);
  });

  it('come in the order and under the filters that are asked for', async () => {
    const sorted = await product.csv('Organic', 'records/export?format=csv&sort=-pipeline&owner=remi');
    expect(sorted.lines.slice(1).map((line) => line.split(',')[1])).toEqual([
      '2026-10-04',
      '2026-10-05',
      '2026-10-03',
    ]);
    const searched = await product.csv('Organic', 'records/export?format=csv&q=zoe');
    expect(searched.lines).toHaveLength(2);
  });

  it('are an XLSX workbook with typed dates and numbers', async () => {
    const { headers, rows } = await product.workbook(
      'Organic',
      'records/export?format=xlsx&as_of=2026-11-22',
    );
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
    expect((await product.csv('Market', 'records/export?format=csv')).lines).toEqual([HEADER]);
    expect((await product.workbook('Market', 'records/export?format=xlsx')).rows).toEqual([
      HEADER.split(','),
    ]);
  });

  it('say on Master which view each comes from', async () => {
    const { lines } = await product.csv('Master', 'records/export?format=csv');
    expect(lines[0]).toBe(`View,${HEADER}`);
    const { body } = await product.admin.get<DealRecordPage>(product.pathOf('Master', 'records'));
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
    const { lines } = await product.csv('Organic', `analytics/records/export?format=csv&${asked}`);
    expect(lines[0]).toBe(
      `Client,Age,Weight,Why,Weighted,${HEADER.split(',')
        .filter((label) => label !== 'Client')
        .join(',')}`,
    );
    const { body } = await product.admin.get<DealRecordPage>(
      product.pathOf('Organic', `analytics/records?${asked.split('&columns')[0] ?? ''}`),
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
    expect(sum).toBe((await product.numbers('Organic'))['pipe.active_weighted']?.value);
  });

  it('follow the view on Master, and are typed in a workbook', async () => {
    const asked = `metric=pipe.active&${PERIOD}&columns=weighted&columns=client`;
    const { rows } = await product.workbook('Master', `analytics/records/export?format=xlsx&${asked}`);
    expect(rows[0]?.slice(0, 3)).toEqual(['View', 'Weighted', 'Client']);
    expect(typeof rows[1]?.[1]).toBe('number');
  });

  it('are refused by name where no list has them', async () => {
    const { status, body } = await product.admin.get<Problem>(
      product.pathOf('Organic', 'records/export?format=csv&columns=secret'),
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
      const { lines } = await product.csv('Organic', `${route}/export?format=csv&columns=value&${asked}`);
      const { body } = await product.admin.get<DealRecordPage>(
        product.pathOf('Organic', `${route}?${asked}`),
      );
      expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(
        body.items.map(({ value }) => String(value ?? '')),
      );
    }
  });
});

describe('the records behind a number', () => {
  it('are those of the list, whole', async () => {
    const question = `metric=meetings.total&${PERIOD}&sort=client`;
    const { headers, lines } = await product.csv(
      'Organic',
      `analytics/records/export?${question}&format=csv`,
    );
    const { body } = await product.admin.get<DealRecordPage>(
      product.pathOf('Organic', `analytics/records?${question}&limit=1`),
    );
    expect(lines.slice(1)).toHaveLength(body.total);
    expect(body.total).toBe(3);
    expect(headers.get('content-disposition')).toBe(
      'attachment; filename="organic-meetings.total-2026-07-01-2026-12-31.csv"',
    );
  });

  it.each([
    [
      'records/export?q=Acme&owner=Jane&owner=&as_of=2026-11-22&',
      'organic-records-only-acme-jane-and-1-more-2026-11-22',
    ],
    [
      'findings/unknown_stage/records/export?owner=Jane&as_of=2026-11-22&',
      'organic-unknown_stage-only-jane-2026-11-22',
    ],
    [
      'board-columns/poa_booked/records/export?owner=&as_of=2026-11-22&',
      'organic-poa_booked-only-unassigned-2026-11-22',
    ],
    [
      `analytics/records/export?metric=meetings.total&${PERIOD}&stage=B Legals&`,
      'organic-meetings.total-only-b-legals-2026-07-01-2026-12-31',
    ],
    [
      `analytics/breakdown/export?metric=meetings.total&by=stage&${PERIOD}&owner=Jane&`,
      'organic-meetings.total-by-stage-only-jane-2026-07-01-2026-12-31',
    ],
    [
      `screens/meetings-attended/export?table=owners&${PERIOD}&owner=Jane&`,
      'organic-meetings-attended-owners-only-jane-2026-07-01-2026-12-31',
    ],
  ])(
    'say in the name of their file what they were filtered by, as each file does: %s',
    async (path, name) => {
      const { headers } = await product.csv('Organic', `${path}format=csv`);
      expect(headers.get('content-disposition')).toBe(`attachment; filename="${name}.csv"`);
    },
  );

  it('of a finding too', async () => {
    const { lines } = await product.csv('Organic', 'findings/unknown_stage/records/export?format=csv');
    expect(lines.slice(1)).toEqual([expect.stringContaining('Waiting')]);
  });
});

describe('an export that is imported again', () => {
  it.each(['records/export?format=csv'])('gives the same numbers and the same export', async (route) => {
    const { bytes, text } = await product.csv('Organic', route);
    const run = await ingest(product.admin, product.idOf('Full Funnel'), 'again.csv', bytes);
    const { findings, unknown_columns, missing_columns, kept } = reportOf(run);
    expect({ status: run.status, unknown_columns, missing_columns, kept }).toEqual({
      status: 'published',
      unknown_columns: [],
      missing_columns: [],
      kept: 4,
    });
    // Only what nobody can know: "Waiting" is no stage, "Client" no source of the sheet.
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['unknown_value']));
    const again = await product.numbers('Full Funnel');
    const first = await product.numbers('Organic');
    expect(Object.keys(first).length).toBeGreaterThan(40);
    for (const [id, { value }] of pairsOf(first)) expect([id, again[id]?.value]).toEqual([id, value]);
    expect((await product.csv('Full Funnel', route)).text).toBe(text);
  });

  it('changes nothing in its own view, however its people and products are spelled', async () => {
    const route = product.pathOf('Full Funnel', 'records/export?format=');
    for (const sheet of fc.sample(aSheet(), { numRuns: 5, seed: 11 })) {
      await ingest(product.admin, product.idOf('Full Funnel'), 'spelled.csv', sheet);
      for (const format of ['csv', 'xlsx']) {
        const { bytes } = await product.admin.download(`${route}${format}`);
        const run = await previewed(product.admin, product.idOf('Full Funnel'), `again.${format}`, bytes);
        const { added, changed, removed } = reportOf(run);
        expect([sheet, added, changed, removed]).toEqual([sheet, 0, 0, 0]);
      }
    }
  });
});
