import { readXlsx } from 'hucre/xlsx';
import type { BoardData, Problem } from '@app/contracts';
import { ProductWithBoards } from '../support/product-with-boards.js';
import { sheetOf } from '../support/sheets.js';
import { ingest } from '../support/views.js';

const AS_OF = 'as_of=2026-11-22';
const HEADER =
  'Part,Column,Position,Client,Owner,Stage,Value,Probability,Projected,Not counted,Discovery date,POA date,Age,New,What became of it,Hubspot link';

let product: ProductWithBoards;
let ids: ReadonlyMap<string, string>;

beforeAll(async () => {
  product = await ProductWithBoards.start();
  const deals = [
    {
      client: 'Acme',
      stage: 'B Legals',
      pipe: 100.05,
      owner: 'Jane',
      discovered: '2026-10-23',
      link: 'https://crm.example.com/1',
    },
    { client: '=Bolt', stage: 'B Legals', arr: 900, owner: 'Rémi' },
    { client: 'Cargo', stage: 'C Proposal sent', pipe: 50, owner: 'Jane', poa: '2026-11-25' },
    { client: 'Dune', stage: 'D POA Booked' },
    { client: 'Echo', stage: 'A Closed', arr: 7, owner: 'Jane' },
  ];
  await ingest(product.admin, product.idOf('Organic'), 'deals.csv', sheetOf(deals));
  await ingest(
    product.admin,
    product.idOf('Signal'),
    'deals.csv',
    sheetOf([{ client: 'Fjord', stage: 'B Legals', pipe: 5 }]),
  );
  const { body } = await product.admin.get<BoardData>(
    `/api/views/${product.idOf('Organic')}/boards/projections`,
  );
  ids = new Map(body.deals.map(({ client, id }) => [client, id]));
});
afterAll(() => product.stop());

const pathOf = (view: string, query: string, board = 'projections') =>
  `/api/views/${product.idOf(view)}/boards/${board}/export?${query}&${AS_OF}`;

async function csv(view: string, body: object, board?: string): Promise<string[]> {
  const { status, headers, bytes } = await product.admin.download(pathOf(view, 'format=csv', board), body);
  expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
  return bytes.toString().replace('\uFEFF', '').split('\r\n').slice(0, -1);
}

/** A draft: Acme is moved behind Cargo, Bolt hidden, Dune new; Echo is closed since, Gone was removed. */
const draft = () => ({
  next_14_days: [{ id: ids.get('=Bolt'), client: '=Bolt', stage: 'B Legals', hidden: true }],
  next_30_60_days: [
    { id: ids.get('Cargo'), client: 'Cargo', stage: 'C Proposal sent' },
    { id: ids.get('Acme'), client: 'Acme', stage: 'B Legals', probability: 50 },
    { id: 'other', client: 'Echo', stage: 'B Legals', owner: 'Jane', pipeline: 6 },
    { id: 'gone', client: 'Gone', stage: 'B Legals', owner: 'Jane', pipeline: 70 },
  ],
  next_60_90_days: [],
});

describe('a board as a file', () => {
  it('is what the draft shows, in its order, then what is hidden, then what became of the rest', async () => {
    expect(await csv('Organic', { preferences: draft() })).toEqual([
      HEADER,
      'Board,Next 30-60 days,1,Cargo,Jane,C Proposal sent,50,0.75,37.5,,2026-10-05,2026-11-25,48,,,',
      'Board,Next 30-60 days,2,Acme,Jane,B Legals,100.05,0.5,50.03,,2026-10-23,,30,,,https://crm.example.com/1',
      'Board,Next 60-90 days,1,Dune,,D POA Booked,,0.5,,,2026-10-05,,48,New,,',
      "Hidden,Next 14 days,,'=Bolt,Rémi,B Legals,,,,900,2026-10-05,,48,,,",
      'Not on the board,Next 30-60 days,,Echo,Jane,A Closed,,,,7,2026-10-05,,48,,Closed,',
      'Not on the board,Next 30-60 days,,Gone,Jane,B Legals,,,,70,,,,,Not in the data,',
    ]);
    expect(await product.collection('user_projections_preferences').countDocuments()).toBe(0);
  });

  it('adds up to what its screen says: what is hidden counts in a column of its own', async () => {
    const rows = (await csv('Organic', { preferences: draft() })).map((line) => line.split(','));
    const sumOf = (label: string) =>
      rows.slice(1).reduce((sum, row) => sum + Number(row[rows[0]?.indexOf(label) ?? 0]), 0);
    expect(['Value', 'Projected', 'Not counted'].map(sumOf)).toEqual([150.05, 87.53, 977]);
  });

  it('says whose board it is, in its name and in its first column', async () => {
    const body = { preferences: draft(), column: 'next_14_days', name: 'Asher POV' };
    const { headers } = await product.admin.download(pathOf('Organic', 'format=csv'), body);
    expect(headers.get('content-disposition')).toBe(
      'attachment; filename="organic-projections-asher-pov-next_14_days-2026-11-22.csv"',
    );
    const [head, line] = await csv('Organic', body);
    expect(head).toBe(`Whose board,${HEADER}`);
    expect(line).toMatch(/^Asher POV,Hidden,Next 14 days,/);
    const { status } = await product.admin.download(pathOf('Organic', 'format=csv'), { ...body, name: '' });
    expect(status).toBe(400);
  });

  it.each([
    [{ owner: ['Jane'], name: 'Asher POV' }, 'organic-projections-asher-pov-only-jane-2026-11-22.csv'],
    [{ owner: ['jane', '', 'REMI'] }, 'organic-projections-only-jane-unassigned-and-1-more-2026-11-22.csv'],
    [{ owner: [] }, 'organic-projections-2026-11-22.csv'],
  ])('says in its name whose deals it has, where not everybody’s: %j', async (body, name) => {
    const asked = { preferences: draft(), ...body };
    const { headers } = await product.admin.download(pathOf('Organic', 'format=csv'), asked);
    expect(headers.get('content-disposition')).toBe(`attachment; filename="${name}"`);
  });

  it('is the default board where none is sent', async () => {
    const lines = await csv('Organic', { preferences: null });
    expect(lines.slice(1).map((line) => line.split(',').slice(0, 4))).toEqual([
      ['Board', 'Next 14 days', '1', "'=Bolt"],
      ['Board', 'Next 14 days', '2', 'Acme'],
      ['Board', 'Next 30-60 days', '1', 'Cargo'],
      ['Board', 'Next 60-90 days', '1', 'Dune'],
    ]);
    expect((await csv('Organic', { preferences: null }, 'pipeline'))[0]).toBe(
      HEADER.replace('Probability,Projected,', ''),
    );
    expect((await csv('Master', { preferences: null }))[0]).toBe(`View,${HEADER}`);
  });

  it('is of one column, and of the deals that filters keep', async () => {
    const clients = async (part: object) =>
      (await csv('Organic', { preferences: draft(), ...part })).slice(1).map((line) => line.split(',')[3]);
    expect(await clients({ column: 'next_14_days' })).toEqual(["'=Bolt"]);
    expect(await clients({ owner: ['REMI', ''] })).toEqual(['Dune', "'=Bolt"]);
    expect(await clients({ owner: ['jane'], column: 'next_30_60_days' })).toEqual([
      'Cargo',
      'Acme',
      'Echo',
      'Gone',
    ]);
    expect(await clients({ owner: [] })).toHaveLength(6);
    expect(await clients({ stage: ['Proposal sent'], bdr: null, product: [''] })).toEqual(['Cargo']);
    expect(await clients({ relevance: ['Relevant'] })).toEqual([]);
  });

  it('is typed in a workbook', async () => {
    const { headers, bytes } = await product.admin.download(pathOf('Organic', 'format=xlsx'), {
      preferences: draft(),
    });
    expect(headers.get('content-disposition')).toBe(
      'attachment; filename="organic-projections-2026-11-22.xlsx"',
    );
    const { sheets } = await readXlsx(bytes);
    expect(sheets.map(({ name }) => name)).toEqual(['Closing Projections']);
    const [header, , acme] = sheets[0]?.rows ?? [];
    expect(header).toEqual(HEADER.split(','));
    expect(acme?.slice(2, 13)).toEqual([
      2,
      'Acme',
      'Jane',
      'B Legals',
      100.05,
      0.5,
      50.03,
      null,
      new Date('2026-10-23'),
      null,
      30,
    ]);
  });

  it.each([
    [{ preferences: { next_14_days: [{}] } }, 'preferences.next_14_days.0'],
    [{ preferences: null, column: 'legal' }, 'column'],
    [{ preferences: null, owner: 'Jane' }, 'owner'],
    [{ preferences: null, stage: [1] }, 'stage'],
    [{ preferences: [] }, 'preferences'],
    [{}, 'preferences'],
  ])('is refused by name: %j', async (body, field) => {
    const answer = await product.admin.post<Problem>(pathOf('Organic', 'format=csv'), body);
    expect([answer.status, answer.body.errors[0]?.field]).toEqual([400, field]);
  });

  it('is for those who open the view', async () => {
    const viewer = await product.signIn('signal@example.com');
    expect((await viewer.post(pathOf('Organic', 'format=csv'), { preferences: null })).status).toBe(404);
    const forged = await product.admin.post(
      pathOf('Organic', 'format=csv'),
      { preferences: null },
      { 'x-xsrf-token': 'no' },
    );
    expect(forged.status).toBe(403);
  });
});

describe('two boards against each other, as a file', () => {
  const duelPath = (view: string) =>
    `/api/views/${product.idOf(view)}/boards/duel/export?format=csv&${AS_OF}`;
  const duel = async (body: object, view = 'Organic') => {
    const { status, bytes } = await product.admin.download(duelPath(view), body);
    expect(status).toBe(200);
    return bytes.toString().replace('\uFEFF', '').split('\r\n').slice(1, -1);
  };

  it('are the deals in dispute, the most money first, and what the totals differ by', async () => {
    const lines = await duel({ left: draft(), right: null });
    expect(lines).toEqual([
      "'=Bolt,Rémi,B Legals,900,Next 14 days,0.9,Hidden,0,Next 14 days,0.9,,810,hidden,810,-810",
      'Acme,Jane,B Legals,100.05,Next 30-60 days,0.5,,50.03,Next 14 days,0.9,,90.05,"column, probability",90.05,-40.02',
      'Total: difference by probability,,,,,,,,,,,,,,-40.02',
      'Total: difference by hidden deals,,,,,,,,,,,,,,-810',
      'Total: Left less Right,,,,,,,,,,,,,,-850.02',
    ]);
    expect(await duel({ left: draft(), right: null, owner: ['jane'] })).toHaveLength(4);
    expect(await duel({ left: null, right: null }, 'Master')).toHaveLength(3);
  });

  it('says which boards they are, by the names that it is given', async () => {
    const body = { left: draft(), right: null, left_name: 'My board', right_name: 'Asher POV' };
    const { headers, bytes } = await product.admin.download(duelPath('Organic'), body);
    const [header, ...lines] = bytes.toString().replace('\uFEFF', '').split('\r\n');
    expect(header).toContain('My board: column,My board: probability');
    expect(header).toContain('Asher POV: projected');
    expect(lines.at(-2)).toMatch(/^Total: My board less Asher POV,/);
    expect(headers.get('content-disposition')).toContain(
      '"organic-my-board-against-asher-pov-2026-11-22.csv"',
    );
    const ofJane = await product.admin.download(duelPath('Organic'), { ...body, owner: ['Jane'] });
    expect(ofJane.headers.get('content-disposition')).toContain('-asher-pov-only-jane-2026-11-22.csv"');
  });

  it.each([
    [{ left: null, right: null, left_name: 'x'.repeat(256) }, 'left_name'],
    [{ left: { next_14_days: [{}] }, right: null }, 'left.next_14_days.0'],
    [{ left: null, right: { next_14_days: {} } }, 'right.next_14_days'],
    [{ left: null }, 'right'],
  ])('is refused by name: %j', async (body, field) => {
    const answer = await product.admin.post<Problem>(duelPath('Organic'), body);
    expect([answer.status, answer.body.errors[0]?.field]).toEqual([400, field]);
  });
});
