import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  ByMetric,
  Analytics,
  Breakdown,
  IngestionRun,
  MetricsCatalogue,
  MetricUnit,
  MetricValue,
  Targets,
} from '@app/contracts';
import type { Client } from '../support/app.js';
import { type FakeGoogle, handsOut, startFakeGoogle } from '../support/fake-google.js';
import { type Product, startProduct } from '../support/product-with-database.js';
import { ingest, publishHeld, reportOf, runEnded, viewNamed, viewsOf } from '../support/views.js';
import { workbookOf } from '../support/workbooks.js';
import { pairsOf } from '../support/by-metric.js';

/** The expected answers: what the product must show for the sample sheets. */
interface Expected {
  file: string;
  report: {
    encoding: string;
    separator: string | null;
    date_orders: Record<string, string>;
    unknown_columns: string[];
    missing_columns: string[];
    rows_read: number;
    kept: number;
    skipped: number;
    duplicates: number;
    duplicate_rows: { row: number; client: string; stage: string; value: number }[];
    findings: { row: number | null; column: string | null; code: string }[];
    finding_counts: { code: string; column: string | null; count: number }[];
  };
  targets: {
    keys: Record<string, number | null>;
    revenue: Record<string, Record<string, number | null>>;
  };
  periods: (Asked & { months: number; metrics: ByMetric<ExpectedValue> })[];
  breakdowns: (Asked & { metric: string; by: string; total: number | null; rows: Breakdown['rows'] })[];
}

/** What the files expect of a value: they were written by hand and name none. */
type ExpectedValue = Omit<MetricValue, 'id' | 'label' | 'unit' | 'target_key'>;

interface Asked {
  from: string;
  to: string;
  as_of: string;
}

const DATA = join(import.meta.dirname, '..', 'data');
const read = (name: string): unknown => JSON.parse(readFileSync(join(DATA, name), 'utf8'));

/** File of each sample and the view it goes into; `messy` goes into a view without targets. */
const SAMPLES = [
  ['organic', 'Organic'],
  ['signal', 'Signal'],
  ['fullfunnel', 'Full Funnel'],
  ['market', 'Market'],
  ['messy', 'Messy'],
] as const;

let google: FakeGoogle;
let product: Product;
let admin: Client;
let units: Map<string, MetricUnit>;

/** The ways in which a sheet comes. */
const FORMS = ['CSV', 'workbook of texts', 'workbook of dates and numbers', 'Google Sheets'] as const;
type Form = (typeof FORMS)[number];

describe.each(FORMS)('over %s', (form) => {
  beforeAll(async () => {
    google = await startFakeGoogle();
    product = await startProduct(google.env);
    const { database, app } = product;
    admin = await app.signIn('admin@example.com');
    const views = database.db.collection('views');
    await views.insertOne({
      id: 'view-messy',
      name: 'Messy',
      is_master: false,
      is_default: false,
      targets: {},
    });
    const targets = read('targets.json') as Record<string, Record<string, unknown>>;
    for (const [file, name] of SAMPLES) {
      if (targets[file]) await views.updateOne({ name }, { $set: { targets: targets[file] } });
    }
    const catalogue = await admin.get<MetricsCatalogue>('/api/metrics-catalogue');
    units = new Map(catalogue.body.metrics.map(({ id, unit }) => [id, unit]));
  });

  afterAll(async () => {
    await product.stop();
    await google.stop();
  });

  describe.each(SAMPLES)('%s', (file, viewName) => {
    const expected = read(`${file}.expected.json`) as Expected;

    it('is read as the report says', async () => {
      const view = viewNamed(await viewsOf(admin), viewName);
      const run = await bringIn(form, view.id, file);
      expect(run.error).toBeNull();
      expect(run.status).toBe('published');
      const report = reportOf(run);
      const { duplicates, duplicate_rows, findings, ...counts } = expectedOver(form, expected.report);
      expect(report).toMatchObject(counts);
      expect(report.duplicates_count).toBe(duplicates);
      expect(byRow(report.duplicates)).toMatchObject(byRow(duplicate_rows));
      expect(places(report.findings)).toEqual(places(findings));
      expect(report.added).toBe(counts.kept);
    });

    it('resolves its targets, shows every number and adds up', async () => {
      await expectAnswers(viewName, expected);
    });

    it('has the records behind every number', async () => {
      const { id } = viewNamed(await viewsOf(admin), viewName);
      for (const { from, to, as_of, metrics } of expected.periods) {
        for (const [metric, { value }] of Object.entries(metrics)) {
          if (units.get(metric) !== 'count' || metric === 'pipe.old_clients') continue;
          const asked = new URLSearchParams({ metric, from, to, as_of, limit: '1' });
          const { body } = await admin.get<{ total: number }>(
            `/api/views/${id}/analytics/records?${asked.toString()}`,
          );
          expect([metric, body.total]).toEqual([metric, value]);
        }
      }
    });
  });

  describe('Master', () => {
    it('adds the four views up', async () => {
      const expected = read('master.expected.json') as Expected & { records: number };
      await expectAnswers('Master', expected);
      const { data } = viewNamed(await viewsOf(admin), 'Master');
      expect(data).toMatchObject({ records_count: expected.records, revision: '1-1-1-1' });
    });
  });
});

async function bringIn(form: Form, viewId: string, name: string): Promise<IngestionRun> {
  const csv = readFileSync(join(DATA, `${name}.csv`));
  if (form === 'CSV') return ingest(admin, viewId, `${name}.csv`, csv);
  const workbook = await workbookOf(csv, form === 'workbook of texts' ? 'texts' : 'types');
  if (form !== 'Google Sheets') return ingest(admin, viewId, `${name}.xlsx`, workbook);
  google.answer(handsOut(workbook, 'application/octet-stream'));
  const sheet = {
    sheet_url: 'https://docs.google.com/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUv/',
    sheet_name: 'Deals',
  };
  const { body } = await admin.post<IngestionRun>(`/api/views/${viewId}/ingestions`, sheet);
  const run = await runEnded(admin, viewId, body.id);
  return run.status === 'held' ? publishHeld(admin, run) : run;
}

/* A workbook says itself how it is encoded and what is a cell; its dates are dates, in no order. */
function expectedOver(form: Form, report: Expected['report']): Expected['report'] {
  if (form === 'CSV') return report;
  const isTyped = form !== 'workbook of texts';
  const never = ['encoding_guessed', ...(isTyped ? ['date_against_column'] : [])];
  return {
    ...report,
    encoding: 'utf-8',
    separator: null,
    ...(isTyped ? { date_orders: DAY_FIRST } : {}),
    findings: report.findings.filter(({ code }) => !never.includes(code)),
    finding_counts: report.finding_counts.filter(({ code }) => !never.includes(code)),
  };
}

const DAY_FIRST = { discovery_date: 'day_first', poa_date: 'day_first', billing_start: 'day_first' };

async function expectAnswers(viewName: string, { targets, periods, breakdowns }: Expected): Promise<void> {
  const { id } = viewNamed(await viewsOf(admin), viewName);
  const path = `/api/views/${id}`;
  const faults: string[] = [];
  const { body } = await admin.get<Targets>(`${path}/targets`);
  for (const [key, value] of flat(targets))
    compare(faults, `target ${key}`, body.resolved[key]?.value ?? null, value);
  for (const period of periods) {
    const { status, body: analytics } = await admin.get<Analytics>(`${path}/analytics?${asked(period)}`);
    expect(status).toBe(200);
    expect(Object.keys(analytics.metrics)).toEqual(expect.arrayContaining(Object.keys(period.metrics)));
    expect(analytics.period.months).toBeCloseTo(period.months, 6);
    for (const [metric, value] of pairsOf(period.metrics)) {
      compareMetric(faults, `${period.from} ${metric}`, analytics.metrics[metric], value, units.get(metric));
    }
  }
  for (const { metric, by, rows, total, ...period } of breakdowns) {
    const found = await admin.get<Breakdown>(
      `${path}/analytics/breakdown?metric=${metric}&by=${by}&${asked(period)}`,
    );
    compare(faults, `${metric} by ${by} total`, found.body.total, total);
    expect(found.body.rows.map(({ key, label }) => [key, label])).toEqual(
      rows.map(({ key, label }) => [key, label]),
    );
    rows.forEach(({ key, value }, at) =>
      compare(faults, `${metric} by ${by} ${key}`, found.body.rows[at]?.value, value),
    );
  }
  expect(faults).toEqual([]);
}

const asked = ({ from, to, as_of }: Asked) => new URLSearchParams({ from, to, as_of }).toString();

function flat({ keys, revenue }: Expected['targets']): [string, number | null][] {
  const months = Object.entries(revenue).flatMap(([year, values]) =>
    Object.entries(values).map(([month, value]): [string, number | null] => [
      `revenue_${year}.${month}`,
      value,
    ]),
  );
  return [...Object.entries(keys), ...months];
}

function compareMetric(
  faults: string[],
  what: string,
  found: MetricValue | undefined,
  expected: ExpectedValue,
  unit: MetricUnit | undefined,
): void {
  compare(faults, `${what} value`, found?.value, expected.value, unit === 'count' ? 0 : undefined);
  compare(faults, `${what} target`, found?.target, expected.target);
  compare(faults, `${what} progress`, found?.progress, expected.progress, 1e-6);
  compare(faults, `${what} pace`, found?.pace, expected.pace, 1e-6);
  if (found?.status !== expected.status)
    faults.push(`${what} status: ${found?.status}, not ${expected.status}`);
}

/** Money within half a cent or 1e-9 of the amount, unless told otherwise; null only equals null. */
function compare(
  faults: string[],
  what: string,
  found: number | null | undefined,
  expected: number | null,
  tolerance = Math.max(0.005, Math.abs(expected ?? 0) * 1e-9),
): void {
  const isEqual =
    typeof found === 'number' && expected !== null
      ? Math.abs(found - expected) <= tolerance
      : found === expected;
  if (!isEqual) faults.push(`${what}: ${found}, not ${expected}`);
}

const byRow = (rows: readonly { row: number }[]) => rows.toSorted((a, b) => a.row - b.row);

const places = (findings: readonly { row: number | null; column: string | null }[]) =>
  findings.map(({ row, column }) => `${row} ${column}`).toSorted();
