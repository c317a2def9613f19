import { aBoard, readBoard, saveBoard, versionsOf } from '../support/product-with-boards.js';
import { type ProductBehindProxy, startBehindProxy } from '../support/product-behind-proxy.js';
import { viewNamed, viewsOf } from '../support/views.js';
import { cutAfter, cutBefore, type WireCommand } from '../support/wire-proxy.js';

const BOARDS = 'user_projections_preferences';

let product: ProductBehindProxy;
let path: string;

beforeAll(async () => {
  product = await startBehindProxy();
  path = `/api/views/${viewNamed(await viewsOf(product.admin), 'Signal').id}/preferences/projections`;
});
afterAll(() => product.stop());
afterEach(() => {
  product.proxy.restore();
});
beforeEach(async () => {
  for (const name of ['board_versions', BOARDS]) await product.database.db.collection(name).deleteMany({});
});

const to = (name: string, target: string) => (command: WireCommand) =>
  command.name === name && command.target === target;

/** The commands by which a save writes. */
const WRITES = [
  ['insert', 'board_versions'],
  ['insert', BOARDS],
  ['update', BOARDS],
] as const;

describe.each(WRITES)('a save whose %s into %s', (name, target) => {
  it.each([
    ['never arrives', cutBefore()],
    ['is carried out without an answer', cutAfter()],
  ])('%s at first is one save all the same', async (_, action) => {
    if (name === 'update') await saveBoard(product.admin, path, aBoard('first'));
    const before = (await readBoard(product.admin, path)).revision;
    const rule = product.proxy.once(to(name, target), action);
    const { status, body } = await saveBoard(product.admin, path, aBoard('mine'), `"${before}"`);
    expect([status, body.revision, rule.count()]).toEqual([200, before + 1, 1]);
    expect(await readBoard(product.admin, path)).toEqual(body);
    expect((await versionsOf(product.admin, path)).items.map(({ kind }) => kind)).toEqual(
      Array<string>(before + 1).fill('save'),
    );
    expect(await product.database.db.collection(BOARDS).countDocuments()).toBe(1);
  });
});

it('a save that ends between its version and its board is there for the next who looks', async () => {
  await saveBoard(product.admin, path, aBoard('first'));
  product.proxy.always(to('update', BOARDS), cutBefore());
  expect((await saveBoard(product.admin, path, aBoard('second'), '"1"')).status).toBe(503);
  product.proxy.restore();
  // Sent again by somebody who does not know: it is there already.
  const { status, body } = await saveBoard(product.admin, path, aBoard('second'), '"1"');
  expect([status, body.revision, body.preferences]).toEqual([200, 2, aBoard('second')]);
  expect((await saveBoard(product.admin, path, aBoard('other'), '"1"')).status).toBe(412);
  expect((await versionsOf(product.admin, path)).items.map(({ revision }) => revision)).toEqual([2, 1]);
});

it('a save that ends before its version changes nothing', async () => {
  await saveBoard(product.admin, path, aBoard('first'));
  product.proxy.always(to('insert', 'board_versions'), cutBefore());
  expect((await saveBoard(product.admin, path, aBoard('second'), '"1"')).status).toBe(503);
  product.proxy.restore();
  expect(await readBoard(product.admin, path)).toMatchObject({ preferences: aBoard('first'), revision: 1 });
  expect((await versionsOf(product.admin, path)).total).toBe(1);
});
