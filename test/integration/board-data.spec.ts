import type { BoardData, BoardRecords, DealRecordPage, Problem } from '@app/contracts';
import type { Client } from '../support/app.js';
import { ProductWithBoards, readBoard, saveBoard } from '../support/product-with-boards.js';
import { largeSheet, sheetOf } from '../support/sheets.js';
import { ingest } from '../support/views.js';

const AS_OF = 'as_of=2026-11-22';
const COLUMNS = {
  projections: ['next_14_days', 'next_30_60_days', 'next_60_90_days'],
  pipeline: ['intro', 'poa_booked', 'proposal_sent', 'legal'],
} as const;

let product: ProductWithBoards;
let admin: Client;

beforeAll(async () => {
  product = await ProductWithBoards.start();
  admin = product.admin;
  const deals = [
    {
      client: 'Acme',
      stage: 'B Legals',
      pipe: 100,
      owner: 'Jane',
      discovered: '2026-10-23',
      link: 'https://crm.example.com/1',
    },
    { client: 'Bolt', stage: 'B Legals', arr: 900, owner: 'Jane' },
    { client: 'Cargo', stage: 'C Proposal sent', pipe: 50, owner: 'Rémi', poa: '2026-11-25' },
    { client: 'Dune', stage: 'D POA Booked', owner: 'REMI' },
    { client: 'Echo', stage: 'F Inbox', pipe: 7 },
    { client: 'Fjord', stage: 'E Intro attended', show: 'Noshow' },
    { client: 'Zoé & Co', stage: 'A Closed', arr: 500, owner: 'Jane' },
    { client: 'Hill', stage: 'Lost', pipe: 5 },
    { client: 'Acme', stage: 'A Closed', arr: 20 },
  ];
  await ingest(admin, product.idOf('Organic'), 'deals.csv', sheetOf(deals));
  const signal = [
    { client: 'Acme', stage: 'B Legals', pipe: 200 },
    { client: 'Acme', stage: 'Lost' },
  ];
  await ingest(admin, product.idOf('Signal'), 'deals.csv', sheetOf(signal));
  await ingest(admin, product.idOf('Market'), 'many.csv', largeSheet(2_400, { stage: 'B Legals' }));
  await admin.put(`/api/views/${product.idOf('Organic')}/targets`, {
    targets: { closing_projections: { next_14_days: 1_000 } },
  });
});
afterAll(() => product.stop());

const pathOf = (view: string, board: string) => `/api/views/${product.idOf(view)}/boards/${board}`;

async function dataOf(view: string, board: string): Promise<BoardData> {
  const { status, body, text } = await admin.get<BoardData>(`${pathOf(view, board)}?${AS_OF}`);
  expect({ status, text: status === 200 ? '' : text }).toEqual({ status: 200, text: '' });
  return body;
}

async function lookedUp(view: string, board: string, deals: unknown): Promise<BoardRecords> {
  const { status, body, text } = await admin.post<BoardRecords>(`${pathOf(view, board)}/lookup?${AS_OF}`, {
    deals,
  });
  expect({ status, text: status === 200 ? '' : text }).toEqual({ status: 200, text: '' });
  return body;
}

const named = (found: BoardRecords) =>
  found.deals.map(({ client, stage }) => `${client}: ${stage}`).toSorted();

describe('the deals of a board', () => {
  it('are all that belong on it, as a board knows them, with its goals', async () => {
    const { deals, ...frame } = await dataOf('Organic', 'projections');
    expect(frame).toEqual({
      view_id: product.idOf('Organic'),
      revision: 1,
      as_of: '2026-11-22',
      goals: { next_14_days: 1_000, next_30_60_days: null, next_60_90_days: null, delayed: null },
    });
    expect(deals.map(({ client }) => client)).toEqual(['Bolt', 'Acme', 'Cargo', 'Dune']);
    expect(deals[1]).toEqual({
      id: expect.any(String) as string,
      view_id: product.idOf('Organic'),
      view_name: 'Organic',
      client: 'Acme',
      hubspot_link: 'https://crm.example.com/1',
      stage: 'B Legals',
      show_noshow: 'Show',
      relevance: null,
      owner: 'Jane',
      bdr: null,
      source_group: 'unassigned',
      product: null,
      type_of_deal: null,
      value: 100,
      age: 30,
      discovery_date: '2026-10-23',
      poa_date: null,
    });
    const pipeline = await dataOf('Organic', 'pipeline');
    expect(pipeline.deals.map(({ client }) => client)).toEqual(['Echo', 'Dune', 'Cargo', 'Bolt', 'Acme']);
    expect(pipeline.goals).toEqual({ intro: null, poa_booked: null, proposal_sent: null, legal: null });
  });

  it.each([
    ['Organic', 'projections'],
    ['Organic', 'pipeline'],
    ['Master', 'projections'],
    ['Market', 'pipeline'],
  ] as const)('of %s are those of its columns in their order: %s', async (view, board) => {
    const listed: string[] = [];
    for (const column of COLUMNS[board]) {
      const path = `/api/views/${product.idOf(view)}/board-columns/${column}/records?limit=500&${AS_OF}`;
      for (let cursor: string | null = ''; cursor !== null;) {
        const { body }: { body: DealRecordPage } = await admin.get<DealRecordPage>(
          `${path}&cursor=${cursor}`.replace(/&cursor=$/, ''),
        );
        listed.push(...body.items.map(({ id }) => id));
        cursor = body.next_cursor;
      }
    }
    const { deals } = await dataOf(view, board);
    expect(deals.map(({ id }) => id)).toEqual(listed);
    expect(listed.length).toBeGreaterThan(3);
  });

  it('are sent again only when they change', async () => {
    const path = `${pathOf('Organic', 'projections')}?${AS_OF}`;
    const { headers } = await admin.get(path);
    const known = { 'if-none-match': headers.get('etag') ?? '' };
    expect((await admin.get(path, known)).status).toBe(304);
    await admin.put(`/api/views/${product.idOf('Organic')}/targets`, {
      targets: { closing_projections: { next_30_60_days: 5 } },
    });
    const again = await admin.get<BoardData>(path, known);
    expect([again.status, again.body.goals.next_30_60_days]).toEqual([200, 5]);
  });

  it('are for those who open the view, and of a board that there is', async () => {
    const viewer = await product.signIn('signal@example.com');
    expect((await viewer.get(pathOf('Organic', 'projections'))).status).toBe(404);
    expect((await viewer.get(pathOf('Signal', 'projections'))).status).toBe(200);
    expect((await admin.get(pathOf('Organic', 'delayed'))).status).toBe(404);
    expect((await admin.get(`${pathOf('Organic', 'pipeline')}?owner=Jane`)).status).toBe(400);
  });
});

describe('saved deals that are not on the board', () => {
  it('are found by their clients, however they are spelled, and nothing else is', async () => {
    const deals = [
      { client: 'ZOE & co' },
      { id: 'gone', client: 'Nobody' },
      { client: 'hill' },
      { client: 'Bolt' },
    ];
    const found = await lookedUp('Organic', 'projections', deals);
    expect(named(found)).toEqual(['Hill: Lost', 'Zoé & Co: A Closed']);
    expect(found).toMatchObject({ view_id: product.idOf('Organic'), revision: 1, as_of: '2026-11-22' });
  });

  it('are found by their ids', async () => {
    const { body } = await admin.get<DealRecordPage>(
      `/api/views/${product.idOf('Organic')}/records?limit=100`,
    );
    const idOf = (client: string, stage: string) =>
      body.items.find((deal) => deal.client === client && deal.stage === stage)?.id;
    const deals = [
      { id: idOf('Hill', 'Lost') },
      { id: idOf('Bolt', 'B Legals') },
      { id: idOf('Fjord', 'E Intro attended') },
    ];
    expect(named(await lookedUp('Organic', 'pipeline', deals))).toEqual([
      'Fjord: E Intro attended',
      'Hill: Lost',
    ]);
    expect(named(await lookedUp('Organic', 'projections', [{ id: idOf('Acme', 'A Closed') }]))).toEqual([
      'Acme: A Closed',
    ]);
  });

  it('are those of all views of a master', async () => {
    const found = await lookedUp('Master', 'projections', [{ client: 'Acme' }]);
    expect(named(found)).toEqual(['Acme: A Closed', 'Acme: Lost']);
    expect(new Set(found.deals.map(({ view_name }) => view_name))).toEqual(new Set(['Organic', 'Signal']));
    expect(named(await lookedUp('Organic', 'projections', []))).toEqual([]);
  });

  it('are asked for with the token, by those who open the view', async () => {
    const path = `${pathOf('Organic', 'projections')}/lookup`;
    const deals = [{ client: 'Hill' }];
    expect((await admin.post(path, { deals }, { 'x-xsrf-token': 'no' })).status).toBe(403);
    const viewer = await product.signIn('signal@example.com');
    expect((await viewer.post(path, { deals })).status).toBe(404);
  });

  it.each([
    [{ deals: {} }, 'deals must be a list'],
    [{ deals: ['a'] }, 'deals.0 must be an object with id, client, or both.'],
    [{ deals: [{ id: 'a' }, {}] }, 'deals.1 needs an id or a client.'],
    [{ deals: [{ id: 7 }] }, 'deals.0.id must be a text, or null.'],
    [{ deals: [{ client: 'a', stage: 'B' }] }, 'deals.0 has a key "stage"'],
    [{ deals: Array.from({ length: 5_001 }, () => ({ id: 'a' })) }, 'deals has more than 5,000 entries'],
    [{}, 'deals must be a list'],
  ])('must be named: %#', async (body, message) => {
    const { status, body: problem } = await admin.post<Problem>(
      `${pathOf('Organic', 'projections')}/lookup`,
      body,
    );
    expect([status, problem.detail]).toEqual([400, expect.stringContaining(message)]);
  });
});

describe('a deal that a board has twice', () => {
  const twice = {
    next_14_days: [
      { id: 'twin', client: 'Twin' },
      { id: 'twin', client: 'Other' },
    ],
    next_30_60_days: [{ id: 'twin', client: 'Twin' }],
  };

  it('is refused, unless other software gave two deals one id', async () => {
    const path = product.pathOf('Full Funnel');
    const { status, body } = await saveBoard(admin, path, twice);
    expect([status, body.detail]).toEqual([
      400,
      'preferences.next_30_60_days.0 is the deal that preferences.next_14_days.0 is: leave one of them out.',
    ]);
    const records = product.collection('sales_records_fullfunnel');
    for (const { name } of await records.indexes())
      if (name && name !== '_id_') await records.dropIndex(name);
    await records.insertMany(
      [1, 2].map((pipeline) => ({ id: 'twin', client: 'Twin', stage: 'B Legals', pipeline })),
    );
    expect((await saveBoard(admin, path, twice)).status).toBe(200);
    const thrice = { ...twice, next_60_90_days: [{ id: 'twin', client: 'Twin' }] };
    expect((await saveBoard(admin, path, thrice)).status).toBe(400);
  });
});

describe('a board of thousands', () => {
  it('is sent whole, saved whole, and read again in its order', async () => {
    const { deals } = await dataOf('Market', 'projections');
    expect(deals).toHaveLength(2_400);
    const columns = {
      next_14_days: deals.slice(0, 1_200).toReversed(),
      next_30_60_days: [],
      next_60_90_days: deals.slice(1_200),
    };
    const saved = Object.fromEntries(
      Object.entries(columns).map(([column, cards]) => [
        column,
        cards.map(({ id, client, value, owner, stage }) => ({
          id,
          client,
          pipeline: value,
          probability: 75,
          owner,
          stage,
          hidden: false,
        })),
      ]),
    );
    const path = product.pathOf('Market');
    const { status, body } = await saveBoard(admin, path, saved, '"0"');
    expect([status, body.revision]).toEqual([200, 1]);
    expect((await readBoard(admin, path)).preferences).toEqual(saved);
  });

  it('is refused by the path of what is wrong', async () => {
    const { status, body } = await saveBoard(admin, product.pathOf('Organic'), {
      next_14_days: [{ id: 'a' }, { hidden: true }],
      next_30_60_days: [{ id: 'a', probability: 'much' }],
    });
    expect([status, body.errors.map(({ field }) => field)]).toEqual([
      400,
      ['preferences.next_14_days.1', 'preferences.next_30_60_days.0.probability'],
    ]);
    const many = { next_14_days: Array.from({ length: 5_001 }, (_, at) => ({ id: `${at}` })) };
    expect((await saveBoard(admin, product.pathOf('Organic'), many)).body.detail).toMatch(
      /5,001 deals, 5,000 are the most/,
    );
    const big = { next_14_days: [{ id: 'a', extra: 'x'.repeat(4 * 1_024 * 1_024) }] };
    expect((await saveBoard(admin, product.pathOf('Organic'), big)).status).toBe(413);
    expect((await admin.put(product.pathOf('Organic'), { preferences: [] })).status).toBe(400);
    expect((await admin.put(product.pathOf('Organic'), {})).status).toBe(400);
    expect((await readBoard(admin, product.pathOf('Organic'))).revision).toBe(0);
  });
});
