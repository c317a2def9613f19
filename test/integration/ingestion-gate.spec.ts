import { jest } from '@jest/globals';
import type { IngestionRun, View } from '@app/contracts';
import type { Client } from '../support/app.js';
import { newView } from '../support/new-view.js';
import { noticed } from '../support/noticed.js';
import { type Product, startProduct } from '../support/product-with-database.js';
import { type RowOfSheet, sheetOf } from '../support/sheets.js';
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

describe('what is held', () => {
  const COLUMNS = 'Client,Stage,Discovery date,Pipeline,Owner';
  const rows = (count: number) =>
    Array.from(
      { length: count },
      (_, at) => `Client ${at},C Proposal sent,2026-10-0${(at % 9) + 1},${at},Ann`,
    );
  const clients = (count: number): RowOfSheet[] =>
    Array.from({ length: count }, (_, at) => ({ client: `Client ${at + 1}`, stage: 'Lost', pipe: at + 1 }));
  const bring = (view: View, text: string) => uploaded(admin, view.id, 'deals.csv', text);
  const reasonsOf = (run: IngestionRun) => reportOf(run).held?.reasons ?? [];
  const codesOf = (run: IngestionRun) => reasonsOf(run).map(({ code }) => code);
  const sheet = (lines: readonly string[], header = COLUMNS) => [header, ...lines].join('\n');

  it('a quote that does not close, and every row is still there', async () => {
    const view = await newView(product, 'Quote');
    const lines = rows(58);
    lines[9] = lines[9]?.replace('Client 9', '"Client 9') ?? '';
    lines[40] = lines[40]?.replace('Ann', '"Ann, Jr"') ?? '';
    const run = await bring(view, sheet(lines));
    expect([run.status, codesOf(run)]).toEqual(['held', ['quote_not_closed']]);
    expect(reasonsOf(run)[0]).toMatchObject({
      message: 'A quote in row 11, column Client never closes.',
      row: 11,
      column: 'client',
      count: 1,
    });
    expect(reportOf(run)).toMatchObject({ rows_read: 58, kept: 58, findings_count: 1 });
  });

  it('a quoted cell that may hold rows', async () => {
    const view = await newView(product, 'Swallowed');
    const run = await bring(view, sheet([...rows(9), 'A,won,2026-10-01,5,"Ann', 'B,won,2026-10-01,5,"']));
    expect([run.status, codesOf(run)]).toEqual(['held', ['quoted_rows']]);
  });

  it('the sheet of another team', async () => {
    const view = await newView(product, 'Team');
    await bring(view, sheet(rows(3)));
    const run = await bring(view, sheet(['Other,Lost,2026-10-01,9,Bob']));
    expect([run.status, codesOf(run)]).toEqual([
      'held',
      ['no_deal_in_common', 'removes_deals', 'open_pipe_changed'],
    ]);
  });

  it('a column that the last import had, until somebody says it is right', async () => {
    const view = await newView(product, 'Column');
    await bring(view, sheet(rows(5)));
    const without = rows(5).map((row) => row.replace(',Ann', ''));
    const header = COLUMNS.replace(',Owner', '');
    const run = await bring(view, sheet(without, header));
    expect([run.status, reasonsOf(run)]).toMatchObject([
      'held',
      [
        {
          code: 'column_lost',
          columns: ['owner'],
          message: 'The file has no column Owner, which the last import had.',
        },
      ],
    ]);
    await publishHeld(admin, run);
    const more = [...without, 'One more,Lost,2026-10-01,7'];
    expect((await bring(view, sheet(more, header))).status).toBe('published');
  });

  it.each([
    ['Stage', 'Client,Discovery date,Pipeline', 'A,2026-10-01,5', ['stage']],
    ['every date', 'Client,Stage,Pipeline', 'A,won,5', ['discovery_date', 'poa_date', 'billing_start']],
    [
      'every amount',
      'Client,Stage,POA date',
      'A,won,2026-10-01',
      ['expected_mrr', 'expected_arr', 'pipeline'],
    ],
  ])('a first sheet without %s', async (name, header, row, columns) => {
    const view = await newView(product, `First ${name}`);
    const run = await bring(view, sheet([row], header));
    expect([run.status, reasonsOf(run)]).toMatchObject(['held', [{ code: 'column_missing', columns }]]);
    expect((await publishHeld(admin, run)).status).toBe('published');
  });

  it('nothing of a first sheet with one of each, and nothing that takes a fifth away', async () => {
    const view = await newView(product, 'Fine');
    expect(
      (await bring(view, sheet(['A,won,5,2026-10-01'], 'Client,Stage,Expected ARR,Billing start'))).status,
    ).toBe('published');
    const fifth = await newView(product, 'Fifth');
    await bring(fifth, sheetOf(clients(10)));
    expect((await bring(fifth, sheetOf(clients(8)))).status).toBe('published');
    expect((await bring(fifth, sheetOf(clients(6)))).status).toBe('held');
  });

  it('no sheet that says what is there already, whatever it looks like', async () => {
    const view = await newView(product, 'Already');
    await publishHeld(admin, await bring(view, sheet(['"A,won,2026-10-01,5,Ann'])));
    expect((await bring(view, sheet(['"A,won,2026-10-01,5,Ann']))).status).toBe('unchanged');
  });

  it('deals that other software wrote, without a run of ours', async () => {
    const view = await newView(product, 'Others');
    const records = clients(10).map(({ client }, at) => ({
      id: `deal-${at}`,
      client,
      stage: 'C Proposal sent',
    }));
    await product.database.db.collection(view.collection ?? '').insertMany(records);
    await noticed(product);
    const run = await bring(view, sheetOf(clients(5)));
    expect([run.status, codesOf(run)]).toEqual(['held', ['removes_deals']]);
    expect((await ingest(admin, view.id, 'deals.csv', sheetOf(clients(12)))).status).toBe('published');
  });
});
