import type { DealRecord, IngestionRun, Page, RunReport } from '@app/contracts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { type Product, startProduct } from '../support/product-with-database.js';
import { ingest, reportOf, viewNamed, viewsOf } from '../support/views.js';

/** What must come out of a sheet of test/data/hard: its README says what is hard about each. */
interface Expected {
  file?: string;
  files?: string[];
  options?: { dedupe?: string };
  report: Partial<RunReport> & {
    duplicates: number;
    duplicate_rows?: RunReport['duplicates'];
    findings?: Partial<RunReport['findings'][number]>[];
  };
  records?: Partial<DealRecord>[];
  changes?: { added: number; changed: number; removed: number };
}

const FOLDER = join(import.meta.dirname, '../data/hard');
const ENDING = '.expected.json';
/** Longer lists are not in the expectations. */
const LONGEST_LIST = 60;

const SHEETS = readdirSync(FOLDER)
  .filter((name) => name.endsWith(ENDING))
  .map((name) => ({
    name: name.slice(0, -ENDING.length),
    expected: JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Expected,
  }));

const idOf = (name: string) => `hard-${name}`;

let product: Product;
let admin: Client;

beforeAll(async () => {
  product = await startProduct();
  ({ admin } = product);
  await product.database.db.collection('views').insertMany(
    SHEETS.map(({ name, expected }) => ({
      id: idOf(name),
      name: idOf(name),
      is_master: false,
      is_default: false,
      targets: {},
      dedupe: expected.options?.dedupe ?? 'client_stage',
    })),
  );
  const last = idOf(SHEETS.at(-1)?.name ?? '');
  await eventually(async () => viewNamed(await viewsOf(admin), last));
});

afterAll(() => product.stop());

it.each(SHEETS)('$name is uploaded with the expected report and records', async ({ name, expected }) => {
  const id = idOf(name);
  let run: IngestionRun | null = null;
  for (const file of expected.files ?? [expected.file ?? ''])
    run = await ingest(admin, id, file, readFileSync(join(FOLDER, file)));
  expect([run?.error, run?.status]).toEqual([null, 'published']);
  if (run) expectReport(reportOf(run), expected);
  await expectRecords(id, expected);
});

it('columns whose names stand in two lines are missed before anybody sees the data', async () => {
  const view = (await viewsOf(admin)).get(idOf('19-two-header-lines'));
  const { body } = await admin.get<Page<IngestionRun>>(`/api/views/${view?.id}/ingestions`);
  expect(body.items[0]?.report?.held?.reasons).toMatchObject([
    {
      code: 'column_missing',
      message:
        'The file has no column Stage, no column with dates and no column with amounts. ' +
        'It has "Meeting" and "Money", which are no known columns.',
    },
  ]);
});

function expectReport(report: RunReport, { report: wanted, changes }: Expected): void {
  const { duplicates, duplicate_rows, findings = [], ...counts } = wanted;
  expect(report).toMatchObject({ ...counts, ...changes });
  expect(report.date_orders).toEqual(counts.date_orders);
  expect(report.duplicates_count).toBe(duplicates);
  if (duplicate_rows) expect(report.duplicates).toMatchObject(duplicate_rows);
  expect(report.findings_count).toBe(report.finding_counts.reduce((sum, { count }) => sum + count, 0));
  if (report.findings_count <= LONGEST_LIST) expect(places(report.findings)).toEqual(places(findings));
  else
    for (const finding of findings) expect(report.findings).toContainEqual(expect.objectContaining(finding));
}

/* What a finding does not carry is null, and left out where it is expected. */
const places = (findings: readonly Partial<RunReport['findings'][number]>[]) =>
  findings
    .map(({ row, column, code, count, sum, ...rest }) =>
      [row, column, code, count ?? null, sum ?? null, code === 'other_currency' ? rest.value : ''].join(' '),
    )
    .sort();

async function expectRecords(id: string, { report, records }: Expected): Promise<void> {
  const { body } = await admin.get<Page<DealRecord>>(`/api/views/${id}/records?limit=100&sort=client`);
  expect(body.total).toBe(report.kept);
  if (!records) return;
  const wanted = records.map((record) => expect.objectContaining(record) as DealRecord);
  expect(body.items).toEqual(expect.arrayContaining(wanted));
}
