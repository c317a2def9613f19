import { jest } from '@jest/globals';
import type { IngestionRun, View } from '@app/contracts';
import type { Client } from '../support/app.js';
import { newView } from '../support/new-view.js';
import { type Product, startProduct } from '../support/product-with-database.js';
import { ingest, publishHeld, reportOf, runEnded, uploaded, viewNamed, viewsOf } from '../support/views.js';

jest.setTimeout(120_000);

let product: Product;
let admin: Client;

beforeAll(async () => {
  product = await startProduct();
  ({ admin } = product);
}, 120_000);

afterAll(() => product.stop());

const HEADER = 'Client,Stage,Discovery date,Pipeline,Expected ARR';
const deals = (change: (at: number) => string = (at) => `2026-10-${10 + at},100,${at < 5 ? '' : 50}`) =>
  Array.from(
    { length: 10 },
    (_, at) => `Client ${at},${at < 5 ? 'C Proposal sent' : 'A Closed'},${change(at)}`,
  );
const send = (view: View, rows: readonly string[]) =>
  uploaded(admin, view.id, 'deals.csv', [HEADER, ...rows].join('\n'));
const heldFor = (run: IngestionRun) => [
  run.status,
  reportOf(run).held?.reasons.map(({ code }) => code) ?? [],
];

describe('an import is held', () => {
  it.each([
    [
      'the open pipe would change by more than 30 %',
      (at: number) => `2026-10-${10 + at},${at < 5 ? '131' : '100'},${at < 5 ? '' : 50}`,
      ['open_pipe_changed'],
    ],
    [
      'the closed ARR would change by more than 30 %',
      (at: number) => `2026-10-${10 + at},100,${at < 5 ? '' : '0.05'}`,
      ['closed_arr_changed'],
    ],
    [
      'more than a tenth of the dates cannot be read',
      (at: number) => `${at < 2 ? '2026-02-31' : `2026-10-${10 + at}`},100,${at < 5 ? '' : 50}`,
      ['dates_unreadable'],
    ],
    [
      'more than a tenth of the amounts cannot be read',
      (at: number) => `2026-10-${10 + at},${at < 9 ? '100' : '#REF!'},${at < 5 ? '' : at > 8 ? 'n.a.' : 50}`,
      ['amounts_unreadable'],
    ],
  ])('when %s', async (name, change, codes) => {
    const view = await newView(product, name.replace(/\W/g, ''));
    expect((await send(view, deals())).status).toBe('published');
    expect(heldFor(await send(view, deals(change)))).toEqual(['held', codes]);
  });

  it('when dates are read the other way round', async () => {
    const view = await newView(product, 'Turned');
    expect(
      (
        await send(
          view,
          deals((at) => `${20 + (at % 5)}/10/2026,100,50`),
        )
      ).status,
    ).toBe('published');
    const run = await send(
      view,
      deals((at) => `10/${21 + (at % 5)}/2026,100,50`),
    );
    expect(heldFor(run)).toEqual(['held', ['column_turned']]);
    expect(reportOf(run).held?.reasons[0]?.columns).toEqual(['discovery_date']);
  });

  it('when dates that say nothing about their order are those of before with day and month swapped', async () => {
    const view = await newView(product, 'Swapped');
    const iso = (at: number) => `2026-${at < 5 ? '03' : '11'}-0${1 + (at % 5)},100,50`;
    expect((await send(view, deals(iso))).status).toBe('published');
    const run = await send(
      view,
      deals((at) => iso(at).replace(/(\d+)-(\d+)-(\d+)/, '$2/$3/$1')),
    );
    expect(heldFor(run)).toEqual(['held', ['column_turned']]);
    expect(reportOf(run).held?.reasons[0]).toMatchObject({ columns: ['discovery_date'], count: 9, of: 10 });
  });

  it('when one amount makes thousands of what was decimals', async () => {
    const view = await newView(product, 'Separators');
    const amounts = (last: string) =>
      deals((at) => `2026-10-${10 + at},${at === 9 ? last : `10.${250 + at}`},50`);
    expect((await send(view, amounts('1234.500'))).status).toBe('published');
    const run = await send(view, amounts('1234.5'));
    expect(
      reportOf(run).held?.reasons.find(({ code }) => code === 'separators_turned')?.columns,
    ).toHaveLength(1);
    expect(run.status).toBe('held');
  });

  it('when dates are turned, though sheets without dates came in between', async () => {
    const view = await newView(product, 'Narrow');
    const ambiguous = deals((at) => `03/0${1 + (at % 9)}/2026,100,50`);
    await send(
      view,
      deals((at) => `03/${13 + at}/2026,100,50`),
    );
    const narrow = ['Client,Stage,Pipeline', 'Client 0,C Proposal sent,101'].join('\n');
    const merged = await uploaded(admin, view.id, 'narrow.csv', narrow, '?mode=merge');
    expect(merged.status).toBe('published');
    const order = reportOf(await send(view, ambiguous)).date_orders;
    expect(order).toEqual({ discovery_date: 'month_first' });
    const lost = [HEADER.replace('Discovery date,', ''), ...deals(() => '100,50')].join('\n');
    expect(heldFor(await ingest(admin, view.id, 'lost.csv', lost))).toEqual(['published', ['column_lost']]);
    const back = await admin.post<IngestionRun>(`/api/views/${view.id}/ingestions/${merged.id}/rollback`);
    expect((await runEnded(admin, view.id, back.body.id)).status).toBe('published');
    expect(heldFor(await uploaded(admin, view.id, 'lost.csv', lost))).toEqual(['held', ['column_lost']]);
    expect(reportOf(await send(view, ambiguous)).date_orders).toEqual(order);
  });

  it('when its stages are those of another tool, at the first import too, and once', async () => {
    const view = await newView(product, 'Foreign');
    const steps = ['Prospecting', 'Engaging', 'Prospecting'];
    const foreign = Array.from(
      { length: 24 },
      (_, at) => `Client ${at},${steps[at % 3]},2026-10-${10 + (at % 20)},100,50`,
    );
    const run = await send(view, foreign);
    expect(heldFor(run)).toEqual(['held', ['stages_unknown']]);
    expect(reportOf(run).held?.reasons[0]).toMatchObject({
      message:
        'None of the stages in the file is known here: "Prospecting" (16 rows) and "Engaging" (8 rows). The deals would count as open, won or lost nowhere.',
      columns: ['stage'],
      count: 24,
      of: null,
      stages: [
        { stage: 'Prospecting', count: 16 },
        { stage: 'Engaging', count: 8 },
      ],
    });
    const { data } = viewNamed(await viewsOf(admin), 'Foreign');
    expect([data.revision, data.records_count]).toEqual([0, 0]);
    expect((await publishHeld(admin, run)).status).toBe('published');
    expect((await send(view, [...foreign, 'Client 24,Negotiating,2026-11-01,1,1'])).status).toBe('published');
  });

  it('when another column was taken for the stage', async () => {
    const view = await newView(product, 'Mismapped', { column_mapping: { industry: 'stage' } });
    const industries = ['retail', 'finance', 'software', 'retail'];
    const rows = Array.from({ length: 20 }, (_, at) => `Client ${at},${industries[at % 4]},2026-10-11,100`);
    const sheet = ['Client,Industry,Discovery date,Pipeline', ...rows].join('\n');
    expect(heldFor(await uploaded(admin, view.id, 'deals.csv', sheet))).toEqual(['held', ['stages_unknown']]);
  });

  it('beyond the limits of the installation', async () => {
    const view = await newView(product, 'Limits');
    await send(view, deals());
    const limits = { removed_share: 0.05, value_change_share: 1, unreadable_share: 1 };
    expect((await admin.put('/api/settings/refresh_gate', { value: limits })).status).toBe(200);
    const run = await send(view, deals().slice(1));
    expect(heldFor(run)).toEqual(['held', ['removes_deals']]);
    await admin.put('/api/settings/refresh_gate', { value: null });
    expect((await send(view, deals().slice(1))).status).toBe('published');
  });
});
