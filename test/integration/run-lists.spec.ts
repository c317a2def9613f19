import type {
  DoubtfulMatchPage,
  DuplicateRowPage,
  ImportFindingPage,
  IngestionRun,
  Problem,
  DealRecordPage,
  View,
} from '@app/contracts';
import { readXlsx } from 'hucre/xlsx';
import { newView } from '../support/new-view.js';
import { type Product, startProduct } from '../support/product-with-database.js';
import { ingest, reportOf, viewNamed, viewsOf } from '../support/views.js';

const ROWS = 2_500;

let product: Product;
let view: View;
let run: IngestionRun;

beforeAll(async () => {
  product = await startProduct();
  view = viewNamed(await viewsOf(product.admin), 'Organic');
  // Each row has a stage and a date that nobody knows, and each second one is the deal of the one before.
  const lines = Array.from({ length: ROWS }, (_, at) => `Client ${at >> 1},No such stage,31/02/2026`);
  run = await ingest(product.admin, view.id, 'lists.csv', ['Client,Stage,POA date', ...lines].join('\n'));
});

afterAll(() => product.stop());

const list = <Answer>(path: string, by = product.admin) =>
  by.get<Answer>(`/api/views/${view.id}/ingestions/${run.id}/${path}`);

/** Every entry, page by page. */
async function all<Item>(path: string): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const { body }: { body: { items: Item[]; next_cursor: string | null } } = await list(
      `${path}${cursor === null ? '' : `&cursor=${cursor}`}`,
    );
    items.push(...body.items);
    cursor = body.next_cursor;
  } while (cursor !== null);
  return items;
}

describe('the lists of a report', () => {
  it('have every finding, of which the report has the beginning', async () => {
    const { findings_count, findings } = reportOf(run);
    expect([findings_count, findings.length]).toEqual([2 * ROWS, 1_000]);
    const found = await all<ImportFindingPage['items'][number]>('findings?limit=700');
    expect(found).toHaveLength(2 * ROWS);
    expect(found.slice(0, 1_000)).toEqual(findings);
    expect(found.map(({ row }) => row)).toEqual(
      Array.from({ length: 2 * ROWS }, (_, at) => Math.floor(at / 2) + 2),
    );
  });

  it.each([
    ['code=unknown_value', 'stage'],
    ['column=poa_date', 'poa_date'],
    ['code=unreadable_date&column=poa_date', 'poa_date'],
  ])('are narrowed to %s', async (filter, column) => {
    const { body } = await list<ImportFindingPage>(`findings?${filter}&limit=1`);
    expect([body.total, body.items.length]).toEqual([ROWS, 1]);
    const found = await all<ImportFindingPage['items'][number]>(`findings?${filter}&limit=999`);
    expect(new Set(found.map((finding) => finding.column))).toEqual(new Set([column]));
    expect(new Set(found.map(({ row }) => row)).size).toBe(ROWS);
  });

  it('have nothing where nothing is', async () => {
    const { body } = await list<ImportFindingPage>('findings?code=unknown_value&column=poa_date');
    expect(body).toEqual({ items: [], next_cursor: null, total: 0 });
  });

  it('name the deals: of a finding its own, of a removed row the one it was merged into', async () => {
    const deals = await product.admin.get<DealRecordPage>(
      `/api/views/${view.id}/records?limit=2&sort=client`,
    );
    const ids = new Map(deals.body.items.map(({ client, id }) => [client, id]));
    const { body: findings } = await list<ImportFindingPage>('findings?code=unknown_value&limit=3');
    expect(findings.items.map(({ row, client, deal_id }) => [row, client, deal_id])).toEqual([
      [2, 'Client 0', ids.get('Client 0')],
      [3, 'Client 0', null],
      [4, 'Client 1', ids.get('Client 1')],
    ]);
    const { body: removed } = await list<DuplicateRowPage>('duplicates?limit=2');
    expect(removed.items).toMatchObject([
      { row: 3, kept_row: 2, deal_id: ids.get('Client 0') },
      { row: 5, kept_row: 4, deal_id: ids.get('Client 1') },
    ]);
    const last = await all<ImportFindingPage['items'][number]>('findings?code=unreadable_date&limit=1000');
    expect(last.filter(({ deal_id }) => deal_id !== null)).toHaveLength(ROWS / 2);
  });

  it('have every row that was removed', async () => {
    const { body } = await list<DuplicateRowPage>('duplicates?limit=3');
    expect(body.total).toBe(ROWS / 2);
    const rows = await all<DuplicateRowPage['items'][number]>('duplicates?limit=1000');
    expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: ROWS / 2 }, (_, at) => 2 * at + 3));
  });

  it('are files too, whole', async () => {
    const findings = await list('findings/export?format=csv&code=unreadable_date');
    const lines = findings.text.trimEnd().split('\r\n');
    expect(lines).toHaveLength(ROWS + 1);
    expect(lines[0]).toBe('Row,Client,Column,Value,Deal value,What to do,Kind,Code');
    expect(lines.at(-1)).toMatch(
      new RegExp(
        `^${ROWS + 1},Client ${(ROWS - 1) >> 1},POA date,31/02/2026,0,"The date is left empty\\..*",Dates that cannot be read,unreadable_date$`,
      ),
    );
    expect(findings.headers.get('content-disposition')).toContain(
      'organic-to-put-right-only-unreadable_date.csv',
    );
    const duplicates = await list('duplicates/export?format=csv');
    expect(duplicates.text.split('\r\n')[1]).toMatch(/^3,Client 0,No such stage,0,2,,\S+$/);
    const workbook = await list('duplicates/export?format=xlsx');
    expect([workbook.status, workbook.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('spreadsheetml'),
    ]);
  });

  it('say what differs in a removed row, and first what touches most money', async () => {
    const own = await newView(product, 'Different');
    const lines = [
      'Client,Stage,Discovery date,Pipeline,Owner,Relevance',
      'Acme,Lost,2026-01-02,€1000,Ann,what',
      'ACME,Lost,2026-01-05,€2000,Ann,Relevant',
      'Belmont,Lost,2026-01-05,£30,Zoé,Relevant',
      'Corvo,Lost,31/02/2026,9000,Zoé,Relevant',
    ];
    const ended = await ingest(product.admin, own.id, 'different.csv', lines.join('\n'));
    const path = `/api/views/${own.id}/ingestions/${ended.id}`;
    const { body } = await product.admin.get<DuplicateRowPage>(`${path}/duplicates`);
    expect(body.items.map(({ row, kept_row, differences }) => ({ row, kept_row, differences }))).toEqual([
      {
        row: 2,
        kept_row: 3,
        differences: [
          { field: 'discovery_date', removed: '2026-01-02', kept: '2026-01-05' },
          { field: 'client', removed: 'Acme', kept: 'ACME' },
          { field: 'relevance', removed: 'what', kept: 'Relevant' },
          { field: 'pipeline', removed: 1000, kept: 2000 },
        ],
      },
    ]);
    expect(reportOf(ended).duplicates).toEqual(body.items);
    const removed = await product.admin.get(`${path}/duplicates/export?format=csv`);
    expect(removed.text).toContain(
      'Discovery date: 2026-01-02, kept 2026-01-05; Client: Acme, kept ACME; Relevance: what, kept Relevant; Pipeline: 1000, kept 2000',
    );
    expect(reportOf(ended).finding_counts.find(({ code }) => code === 'other_currency')).toEqual({
      code: 'other_currency',
      column: 'pipeline',
      count: 2,
      amounts: 3,
      value: 3030,
    });
    const fixes = await product.admin.get(`${path}/findings/export?format=csv`);
    const [, ...rows] = fixes.text.trimEnd().split('\r\n');
    expect(rows.map((row) => row.split(',').at(-1))).toEqual([
      'unreadable_date',
      'other_currency',
      'other_currency',
      'unknown_value',
    ]);
    expect(rows[0]).toContain('5,Corvo,Discovery date,31/02/2026,9000,');
    expect(rows[1]).toMatch(/^,,Pipeline,EUR,3000,"2 amounts are in EUR, 3,000 in all/);
    expect(rows[3]).toContain('Known are: Relevant, Question mark, Not relevant.');
    const { bytes } = await product.admin.download(`${path}/findings/export?format=xlsx`);
    const { sheets } = await readXlsx(bytes);
    expect([sheets[0]?.name, sheets[0]?.rows.length]).toEqual(['To put right', 5]);
  });

  it('say what is wrong with a question', async () => {
    for (const [path, detail] of [
      ['findings?code=nonsense', /^code must be one of/],
      ['findings?column=colour', /^column must be one of/],
      ['findings?limit=0', /^limit must be/],
      ['findings?cursor=eyJwbGFjZSI6LTF9', /^cursor must be/],
      ['duplicates?code=unknown_value', /^There is no parameter "code"/],
    ] as const) {
      const { status, body } = await list<Problem>(path);
      expect([path, status, body.detail]).toEqual([path, 400, expect.stringMatching(detail)]);
    }
    const none = await product.admin.get<Problem>(`/api/views/${view.id}/ingestions/none/findings`);
    expect(none.status).toBe(404);
  });

  it('have every row of which another deal may be meant', async () => {
    expect(reportOf(run).doubtful_matches_count).toBe(0);
    const lines = Array.from({ length: ROWS / 2 }, (_, at) => `Client ${at},Lost`);
    const moved = await ingest(product.admin, view.id, 'moved.csv', ['Client,Stage', ...lines].join('\n'));
    const path = `/api/views/${view.id}/ingestions/${moved.id}/matches`;
    expect(reportOf(moved).doubtful_matches_count).toBe(ROWS / 2);
    const { body } = await product.admin.get<DoubtfulMatchPage>(`${path}?limit=1000`);
    expect([body.total, body.items.length]).toEqual([ROWS / 2, 1_000]);
    expect(body.items[0]).toEqual({
      row: 2,
      client: 'Client 0',
      stage_before: 'No such stage',
      stage_after: 'Lost',
      deal_id: expect.any(String) as string,
      why: 'client_alone',
      alike: 1,
    });
    const rest = await product.admin.get<DoubtfulMatchPage>(`${path}?limit=1000&cursor=${body.next_cursor}`);
    expect([rest.body.items.length, rest.body.items.at(-1)?.row]).toEqual([ROWS / 2 - 1_000, ROWS / 2 + 1]);
    const file = await product.admin.get(`${path}/export?format=csv`);
    const [head, first, ...others] = file.text.trimEnd().split('\r\n');
    expect(head).toBe('Row,Client,Stage before,Stage,Taken for it by,Alike,Deal');
    expect(first).toMatch(/^2,Client 0,No such stage,Lost,Client alone,1,\S+$/);
    expect(others).toHaveLength(ROWS / 2 - 1);
    expect(file.headers.get('content-disposition')).toContain('organic-doubtful-matches.csv');
    const workbook = await product.admin.get(`${path}/export?format=xlsx`);
    expect(workbook.headers.get('content-type')).toContain('spreadsheetml');
  });

  it('are for those who may open the view', async () => {
    const stranger = await product.app.signIn('market@example.com');
    for (const path of ['findings', 'duplicates', 'findings/export?format=csv', 'matches/export?format=csv'])
      expect([path, (await list(path, stranger)).status]).toEqual([path, 404]);
    expect((await list('findings', product.app.client())).status).toBe(401);
  });
});
