import type { IngestionRun, Problem, RunChange, RunChangePage, View } from '@app/contracts';
import { type Product, startProduct } from '../support/product-with-database.js';
import { largeSheet } from '../support/sheets.js';
import { ingest, previewed, reportOf, viewNamed, viewsOf } from '../support/views.js';

const MANY = 1_200;

let product: Product;
let view: View;
let first: IngestionRun;
let run: IngestionRun;

beforeAll(async () => {
  product = await startProduct();
  view = viewNamed(await viewsOf(product.admin), 'Organic');
  first = await ingest(product.admin, view.id, 'first.csv', largeSheet(MANY));
  // The first client is gone, the second one has moved, and there is another one.
  const [header = '', , second = '', ...rest] = largeSheet(MANY).split('\n');
  const moved = second.replace('C Proposal sent', 'B Legals').replace('2026-10-05', '2026-10-06');
  const added = second.replace('Client 2', '=Newcomer');
  run = await previewed(product.admin, view.id, 'next.csv', [header, moved, ...rest, added].join('\n'));
}, 120_000);

afterAll(() => product.stop());

const list = <Answer = RunChangePage>(path: string, of = run, by = product.admin) =>
  by.get<Answer>(`/api/views/${view.id}/ingestions/${of.id}/changes${path}`);

async function all(query: string, of = run): Promise<RunChange[]> {
  const items: RunChange[] = [];
  let cursor: string | null = null;
  do {
    const { body }: { body: RunChangePage } = await list(
      `?${query}${cursor === null ? '' : `&cursor=${cursor}`}`,
      of,
    );
    items.push(...body.items);
    cursor = body.next_cursor;
  } while (cursor !== null);
  return items;
}

describe('the changes of a run', () => {
  it('tell of a preview what would be added, changed and removed', async () => {
    expect(run.status).toBe('preview');
    const { body } = await list('');
    expect(body.total).toBe(3);
    expect(body.items).toMatchObject([
      { kind: 'added', client: '=Newcomer', stage: 'C Proposal sent', value: 2, fields: null },
      {
        kind: 'changed',
        client: 'Client 2',
        stage: 'B Legals',
        value: 2,
        fields: [
          { field: 'discovery_date', before: '2026-10-05', after: '2026-10-06' },
          { field: 'stage', before: 'C Proposal sent', after: 'B Legals' },
        ],
      },
      { kind: 'removed', client: 'Client 1', stage: 'C Proposal sent', value: 1, fields: null },
    ]);
    const removed = await list('?kind=removed');
    expect([removed.body.total, removed.body.items]).toEqual([1, body.items.slice(2)]);
    expect(await all('limit=1')).toEqual(body.items);
  });

  it('are all there, page by page, of a published run', async () => {
    expect(reportOf(first).added).toBe(MANY);
    const found = await all('kind=added&limit=500', first);
    expect(found.map(({ client }) => client)).toEqual(
      Array.from({ length: MANY }, (_, at) => `Client ${at + 1}`),
    );
    expect(new Set(found.map(({ deal_id }) => deal_id)).size).toBe(MANY);
    expect((await list('?kind=changed', first)).body).toEqual({ items: [], next_cursor: null, total: 0 });
  });

  it('are files too: a row for each field that changes', async () => {
    const { text, headers } = await list('/export?format=csv');
    const lines = text.trimEnd().split('\r\n');
    expect(lines.map((line) => line.split(',').slice(0, 7).join())).toEqual([
      'Change,Client,Stage,Value,Column,Before,After',
      "added,'=Newcomer,C Proposal sent,2,,,",
      'changed,Client 2,B Legals,2,Discovery date,2026-10-05,2026-10-06',
      'changed,Client 2,B Legals,2,Stage,C Proposal sent,B Legals',
      'removed,Client 1,C Proposal sent,1,,,',
    ]);
    expect(headers.get('content-disposition')).toContain('organic-changes.csv');
    const workbook = await list('/export?format=xlsx&kind=changed');
    expect([workbook.status, workbook.headers.get('content-disposition')]).toEqual([
      200,
      expect.stringContaining('organic-changes-changed.xlsx'),
    ]);
    expect((await list('/export?format=csv', first)).text.trimEnd().split('\r\n')).toHaveLength(MANY + 1);
  });

  it('say what is wrong with a question', async () => {
    for (const [path, detail] of [
      ['?kind=moved', /^kind must be one of added, changed, removed/],
      ['?cursor=eyJwbGFjZSI6LTF9', /^cursor must be/],
      ['?limit=0', /^limit must be/],
    ] as const) {
      const { status, body } = await list<Problem>(path);
      expect([path, status, body.detail]).toEqual([path, 400, expect.stringMatching(detail)]);
    }
    const none = await product.admin.get(`/api/views/${view.id}/ingestions/none/changes`);
    expect(none.status).toBe(404);
  });

  it('are for those who may open the view', async () => {
    const stranger = await product.app.signIn('market@example.com');
    for (const path of ['', '/export?format=csv'])
      expect([path, (await list(path, run, stranger)).status]).toEqual([path, 404]);
  });

  it('go with a preview that is discarded', async () => {
    const { id } = await previewed(product.admin, view.id, 'other.csv', largeSheet(MANY - 1));
    await product.admin.delete(`/api/views/${view.id}/ingestions/${id}`);
    const { status, body } = await list<Problem>('', { ...run, id });
    expect([status, body.detail]).toEqual([
      404,
      'The changes of an import are not kept once it was discarded.',
    ]);
  });
});
