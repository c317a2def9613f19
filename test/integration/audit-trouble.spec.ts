import { eventually } from '../support/eventually.js';
import { type ProductBehindProxy, startBehindProxy } from '../support/product-behind-proxy.js';
import { viewNamed, viewsOf } from '../support/views.js';
import { type Action, cutAfter, cutBefore, refuse, type WireCommand } from '../support/wire-proxy.js';

let product: ProductBehindProxy;
let path: string;

beforeAll(async () => {
  product = await startBehindProxy();
  path = `/api/views/${viewNamed(await viewsOf(product.admin), 'Signal').id}/targets`;
});
afterAll(() => product.stop());
afterEach(() => product.proxy.restore());

const isTold = ({ name, target }: WireCommand): boolean => name === 'insert' && target === 'audit_log';
const change = (poa: number) => product.admin.put(path, { targets: { intro_poa: { poa } } });
const entriesOf = async (poa: number) =>
  (await product.database.db.collection('audit_log').find({ action: 'targets_changed' }).toArray()).filter(
    ({ changes }) => (changes as { after: number }[])[0]?.after === poa,
  );

const linesWith = (words: string) =>
  product.app
    .output()
    .split('\n')
    .filter((line) => line.includes(words));

const TROUBLES: readonly [string, Action, number][] = [
  ['loses the connection before it', cutBefore(), 101],
  ['refuses it', refuse({ code: 13, codeName: 'Unauthorized' }), 102],
  ['has no room for it', refuse({ code: 14_031, codeName: 'OutOfDiskSpace' }), 103],
];

it.each(TROUBLES)('a database that %s undoes no change, and gets the entry later', async (_, action, poa) => {
  product.proxy.always(isTold, action);
  expect((await change(poa)).status).toBe(200);
  expect(await entriesOf(poa)).toEqual([]);
  // Meanwhile the whole of it stands in the log of the server.
  await eventually(() => {
    const lines = linesWith(`"after":${poa}`);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 50,
      context: 'Audit',
      entry: { action: 'targets_changed', actor: { name: 'admin@example.com' } },
    });
  });
  product.proxy.restore();
  await eventually(async () => expect(await entriesOf(poa)).toHaveLength(1));
});

it('an entry whose answer is lost is there once', async () => {
  product.proxy.once(isTold, cutAfter());
  expect((await change(200)).status).toBe(200);
  expect(await entriesOf(200)).toHaveLength(1);
});
