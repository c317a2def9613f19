import { once } from 'node:events';
import { type ProductBehindProxy, startBehindProxy } from '../support/product-behind-proxy.js';
import { swallowCommand } from '../support/wire-proxy.js';

const SHEET =
  'https://docs.google.com/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789abcdefg/edit#gid=0';

let product: ProductBehindProxy;

beforeEach(async () => {
  product = await startBehindProxy();
});
afterEach(() => product.stop());

it('gives back every lease when it is asked to stop, also one in use, and is silent about it', async () => {
  const { app, database, proxy } = product;
  // Whoever looks at the schedule holds its lease, and waits for this.
  const looking = proxy.once(
    ({ name, target }) => name === 'find' && target === 'scheduled_refreshes',
    swallowCommand(),
  );
  await database.db.collection('views').updateOne({ name: 'Organic' }, { $set: { sheet_url: SHEET } });
  await looking.met;
  const before = app.output().length;
  const exit = once(app.process, 'exit');
  app.process.kill('SIGTERM');
  expect(await exit).toEqual([0, null]);
  expect(await database.db.collection('leases').find().toArray()).toEqual([]);
  // Nobody needs to hear that what was under way found the database gone.
  expect(app.output().slice(before)).not.toMatch(/"level":[456]0/);
});
