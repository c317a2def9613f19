import type { IngestionRun, RemovedDealPage, View } from '@app/contracts';
import { type ProductBehindProxy, startBehindProxy } from '../support/product-behind-proxy.js';
import { sheetOf } from '../support/sheets.js';
import { ingest, runEnded, viewNamed, viewsOf } from '../support/views.js';
import type { WireCommand } from '../support/wire-proxy.js';

let product: ProductBehindProxy;
let views: Map<string, View>;
let first: IngestionRun;

beforeAll(async () => {
  product = await startBehindProxy();
  views = await viewsOf(product.admin);
  first = await load('Organic', ['Acme', 'Bolt', 'Core', 'Dune']);
  await load('Organic', ['Acme', 'Bolt', 'Core']);
  await load('Signal', ['Echo', 'Dunes']);
  await load('Signal', ['Echo']);
  await load('Organic', ['Acme', 'Bolt']);
});

afterAll(() => product.stop());

const idOf = (name: string): string => viewNamed(views, name).id;

const load = (name: string, clients: readonly string[]): Promise<IngestionRun> =>
  ingest(product.admin, idOf(name), 'deals.csv', sheetOf(clients.map((client) => ({ client }))));

async function removedOf(name: string, more = ''): Promise<RemovedDealPage> {
  const path = `/api/views/${idOf(name)}/removed-deals?as_of=2026-11-22${more}`;
  const { status, body } = await product.admin.get<RemovedDealPage>(path);
  expect(status).toBe(200);
  return body;
}

const clientsOf = ({ items }: RemovedDealPage): string[] => items.map(({ deal }) => deal.client);

/** Reads of all that publishes removed, and of what of it is there again. */
const isFinding = ({ name, target, body }: WireCommand): boolean => {
  const { kind, id } = (body.filter ?? {}) as { kind?: unknown; id?: unknown };
  return (
    name === 'find' &&
    ((target === 'record_changes' && kind === 'removed') ||
      (String(target).startsWith('sales_records') && id !== undefined))
  );
};

const findings = (): number => product.proxy.commands().filter(isFinding).length;

it.each(['Organic', 'Master'])('are found once on %s, however often somebody asks', async (name) => {
  const all = await removedOf(name);
  const before = findings();
  expect(await removedOf(name)).toEqual(all);
  expect(clientsOf(await removedOf(name, '&q=DUN'))).toEqual(
    clientsOf(all).filter((client) => client.startsWith('Dun')),
  );
  const page = await removedOf(name, '&limit=1');
  const next = await removedOf(name, `&limit=1&cursor=${page.next_cursor}`);
  expect([...page.items, ...next.items]).toEqual(all.items.slice(0, 2));
  expect([page.total, next.total]).toEqual([all.total, all.total]);
  expect(findings()).toBe(before);
});

it('are those of all views that a master adds up, those that went last first', async () => {
  expect(clientsOf(await removedOf('Master'))).toEqual(['Core', 'Dunes', 'Dune']);
});

it('are found anew when another one went, and when they came back', async () => {
  await load('Organic', ['Acme']);
  expect(clientsOf(await removedOf('Organic'))).toEqual(['Bolt', 'Core', 'Dune']);
  const path = `/api/views/${idOf('Organic')}/ingestions/${first.id}/rollback`;
  const { body } = await product.admin.post<IngestionRun>(path);
  expect((await runEnded(product.admin, idOf('Organic'), body.id)).status).toBe('published');
  expect(clientsOf(await removedOf('Organic'))).toEqual([]);
});

it('are found anew when what other software wrote brings one back', async () => {
  const { db } = product.database;
  expect(clientsOf(await removedOf('Signal'))).toEqual(['Dunes']);
  const gone = await db.collection('record_changes').findOne({ view_id: idOf('Signal'), kind: 'removed' });
  await db.collection('sales_records_signal').insertOne({ id: gone?.deal_id, client: 'Dunes' });
  expect(clientsOf(await removedOf('Signal'))).toEqual([]);
  await db.collection('sales_records_signal').deleteOne({ id: gone?.deal_id });
  expect(clientsOf(await removedOf('Signal'))).toEqual(['Dunes']);
});

it('go with the history that is no longer kept, and nothing half gone is remembered', async () => {
  const { db } = product.database;
  expect((await removedOf('Signal')).total).toBe(1);
  const removing = { view_id: idOf('Signal'), 'report.removed': { $gt: 0 } };
  const marks = { changes_removed: true, removing_changes: true };
  const runs = db.collection('ingestion_runs');
  await runs.updateOne(removing, { $set: marks });
  expect((await removedOf('Signal')).total).toBe(1);
  await db.collection('record_changes').deleteMany({ view_id: idOf('Signal'), kind: 'removed' });
  expect((await removedOf('Signal')).total).toBe(0);
  await runs.updateOne(removing, { $unset: { removing_changes: '' } });
  expect((await removedOf('Signal')).total).toBe(0);
});
