import { jest } from '@jest/globals';
import type { IngestionRun, Problem, View } from '@app/contracts';
import type { Client, TestDatabase } from '../support/app.js';
import { newView } from '../support/new-view.js';
import { noticed } from '../support/noticed.js';
import { type Product, startProduct } from '../support/product-with-database.js';
import { previewed, publishHeld, reportOf, uploaded } from '../support/views.js';

jest.setTimeout(120_000);

let product: Product;
let database: TestDatabase;
let admin: Client;

beforeAll(async () => {
  product = await startProduct();
  ({ database, admin } = product);
}, 120_000);

afterAll(() => product.stop());

const WHOLE = [
  'Client,Stage,Discovery date,Pipeline,Owner',
  'Acme,F Inbox,2026-10-01,10,Ann',
  'Beta,C Proposal sent,2026-10-02,20,Bob',
  'Core,B Legals,2026-10-03,30,Cid',
];
const send = (view: View, lines: readonly string[], query = '') =>
  uploaded(admin, view.id, 'deals.csv', lines.join('\n'), query);
const path = ({ view_id, id }: IngestionRun) => `/api/views/${view_id}/ingestions/${id}`;
const merge = (view: View, lines: readonly string[]) => send(view, lines, '?mode=merge');
const stored = async (view: View) =>
  (
    await database.db
      .collection(view.collection ?? '')
      .find()
      .sort({ sheet_position: 1 })
      .toArray()
  ).map(({ client, stage, pipeline, owner }) => [client, stage, pipeline, owner] as unknown[]);

describe('a sheet that is merged', () => {
  const SOME = ['Client,Stage,Pipeline', 'New,Lost,5', 'acme,D POA Booked,', 'Core,B Legals,33'];

  it('replaces what it has columns for, adds the rest and removes nothing', async () => {
    const view = await newView(product, 'Merged');
    await send(view, WHOLE);
    const run = await merge(view, SOME);
    expect(run).toMatchObject({ status: 'published', mode: 'merge', revision: 2 });
    expect(reportOf(run)).toMatchObject({ added: 1, changed: 2, removed: 0, kept: 3, held: null });
    expect(await stored(view)).toEqual([
      ['acme', 'D POA Booked', null, 'Ann'],
      ['Beta', 'C Proposal sent', 20, 'Bob'],
      ['Core', 'B Legals', 33, 'Cid'],
      ['New', 'Lost', 5, null],
    ]);
    expect((await merge(view, SOME)).status).toBe('unchanged');
  });

  it('is previewed, and published as it was shown', async () => {
    const view = await newView(product, 'Previewed');
    await send(view, WHOLE);
    const run = await send(view, SOME, '?mode=merge&dry_run=true');
    expect([run.status, run.mode, reportOf(run).added, reportOf(run).removed]).toEqual([
      'preview',
      'merge',
      1,
      0,
    ]);
    await publishHeld(admin, run);
    expect(await stored(view)).toHaveLength(4);
  });

  it('leaves what the next whole sheet is asked about as it was', async () => {
    const view = await newView(product, 'Next');
    await send(view, WHOLE);
    await merge(view, SOME);
    const run = await send(view, [
      'Client,Stage,Discovery date,Pipeline',
      'Acme,Lost,2026-10-01,1',
      'Beta,Lost,2026-10-01,1',
      'Core,Lost,,1',
      'New,Lost,,2',
    ]);
    expect([run.status, reportOf(run).held?.reasons.map(({ code }) => code)]).toEqual([
      'held',
      expect.arrayContaining(['column_lost']),
    ]);
  });

  it('touches no document that it leaves alone, whatever other software stored in it', async () => {
    const view = await newView(product, 'Foreign');
    await send(view, WHOLE);
    const records = database.db.collection(view.collection ?? '');
    await records.updateOne(
      { client: 'Beta' },
      { $set: { pipeline: 'about 20', stage: 'proposal  SENT', extra: 1 } },
    );
    const before = await records.findOne({ client: 'Beta' });
    await noticed(product);
    await merge(view, SOME);
    expect(await records.findOne({ client: 'Beta' })).toEqual(before);
  });

  it('of another team is asked about', async () => {
    const view = await newView(product, 'Team');
    await send(view, WHOLE);
    const run = await merge(view, ['Client,Stage', 'Other,Lost']);
    expect([run.status, reportOf(run).held?.reasons.map(({ code }) => code)]).toEqual([
      'held',
      ['no_deal_in_common'],
    ]);
  });

  it('is not published, nor read again, once nothing says what is one deal', async () => {
    const view = await newView(product, 'Ruled');
    await send(view, WHOLE);
    const run = await send(view, SOME, '?mode=merge&dry_run=true');
    await admin.patch(`/api/views/${view.id}`, { dedupe: 'none' });
    await noticed(product);
    for (const step of ['publish', 'preview']) {
      const { status, body } = await admin.post<Problem>(`${path(run)}/${step}`, {});
      expect([status, body.detail]).toEqual([409, expect.stringContaining('every row as a deal of its own')]);
    }
    expect(await stored(view)).toHaveLength(3);
    await admin.patch(`/api/views/${view.id}`, { dedupe: 'client_stage' });
    await noticed(product);
    expect((await publishHeld(admin, run)).status).toBe('published');
  });

  it('goes by link alone where links say what is one deal, and not at all where nothing does', async () => {
    const view = await newView(product, 'Links');
    await admin.patch(`/api/views/${view.id}`, { dedupe: 'link' });
    const header = 'Client,Stage,Discovery date,Pipeline,Hubspot link';
    await send(view, [header, 'Acme,Lost,2026-10-01,1,https://x.io/1', 'Acme,Lost,2026-10-01,2,']);
    const run = await merge(view, [header, 'Acme Ltd,Lost,2026-10-01,3,https://x.io/1', 'Acme,Lost,,4,']);
    expect([reportOf(run).added, reportOf(run).changed]).toEqual([1, 1]);
    expect((await stored(view)).map(([client]) => client)).toEqual(['Acme Ltd', 'Acme', 'Acme']);
    await admin.patch(`/api/views/${view.id}`, { dedupe: 'none' });
    await noticed(product);
    const refused = await admin.upload<Problem>(
      `/api/views/${view.id}/ingestions?mode=merge`,
      'a.csv',
      header,
    );
    expect([refused.status, refused.body.errors[0]?.field]).toEqual([422, 'mode']);
    expect((await previewed(admin, view.id, 'a.csv', `${header}\nAcme,Lost,,,`)).status).toBe('preview');
  });
});
