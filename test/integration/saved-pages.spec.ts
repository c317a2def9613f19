import {
  MOST_SAVED_PAGES,
  type Problem,
  type SavedPage,
  type SavedPagePage,
  type SavedPageFields,
  type StartPage,
  type UserPage,
} from '@app/contracts';
import type { Client } from '../support/app.js';
import { AuditTrail } from '../support/audit-trail.js';
import { ProductWithViews } from '../support/product-with-views.js';
import { aPage, aSharedPage } from '../support/saved-pages.js';

let product: ProductWithViews;
let admin: Client;
/** Opens Signal alone, as does the colleague. */
let sam: Client;
let colleague: Client;
let signal: string;

const COLLEAGUE = 'colleague@example.com';

beforeAll(async () => {
  product = await ProductWithViews.start();
  admin = product.admin;
  signal = await product.idOf('Signal');
  await admin.post('/api/users', { email: COLLEAGUE, role: 'viewer', view_access: ['Signal'] });
  [sam, colleague] = (await Promise.all(
    ['signal@example.com', COLLEAGUE].map((email) => product.app.signIn(email)),
  )) as [Client, Client];
});
afterAll(() => product.stop());
afterEach(() => product.db.collection('saved_pages').deleteMany({}));

const pathOf = (id = '', view = signal) => `/api/views/${view}/saved-pages${id && `/${id}`}`;
const save = async (by: Client, change: Partial<SavedPageFields> = {}): Promise<SavedPage> => {
  const { status, body, text } = await by.post<SavedPage>(pathOf(), aPage(change));
  expect([status, text]).toEqual([201, text]);
  return body;
};
const seenBy = async (who: Client) => (await who.get<SavedPagePage>('/api/saved-pages')).body.items;
const namesFor = async (who: Client) => (await seenBy(who)).map(({ name }) => name);
const startOf = async (who: Client) => (await who.get<StartPage>('/api/start-page')).body.saved_page?.name;
const on = (revision: number) => ({ 'if-match': `"${revision}"` });

/** Who opens what, as a super admin says. */
async function give(email: string, view_access: string[]): Promise<void> {
  const people = await admin.get<UserPage>('/api/users');
  const id = people.body.items.find((each) => each.email === email)?.id;
  expect((await admin.patch(`/api/users/${id}`, { view_access })).status).toBe(200);
}

it('is one person who sees and changes what is not shared, super admins among the others', async () => {
  const mine = await save(sam, { name: '  Mine ' });
  expect(mine).toMatchObject({
    ...aPage({ name: 'Mine' }),
    view_id: signal,
    is_mine: true,
    can_change: true,
    is_start: false,
    made_by: 'signal@example.com',
    revision: 1,
  });
  expect(await namesFor(sam)).toEqual(['Mine']);
  for (const other of [colleague, admin]) {
    expect(await namesFor(other)).toEqual([]);
    const denied = [
      await other.put<Problem>(pathOf(mine.id), aPage()),
      await other.delete<Problem>(pathOf(mine.id)),
      await other.post<Problem>(`${pathOf(mine.id)}/restore`),
      await other.put<Problem>('/api/start-page', { saved_page_id: mine.id }),
    ];
    expect(denied.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  }
});

it('is everybody who opens the view that sees what is shared; who made it and super admins change it', async () => {
  const { id } = await aSharedPage(sam, signal);
  expect(await seenBy(colleague)).toMatchObject([{ name: 'Shared', is_mine: false, can_change: false }]);
  const refused = await colleague.put<Problem>(pathOf(id), aPage());
  expect([refused.status, refused.body.detail]).toEqual([
    403,
    'Only signal@example.com and super admins change this page: save one of your own.',
  ]);
  const market = await product.app.signIn('market@example.com');
  expect(await namesFor(market)).toEqual([]);
  expect((await market.delete(pathOf(id))).status).toBe(404);
  expect((await market.delete(pathOf(id, await product.idOf('Market')))).status).toBe(404);

  const changed = await admin.put<SavedPage>(pathOf(id), aPage({ name: 'Better', is_shared: true }));
  expect(changed.body).toMatchObject({ name: 'Better', is_mine: false, changed_by: 'admin@example.com' });
  expect(await seenBy(sam)).toMatchObject([{ name: 'Better', is_mine: true, made_by: 'signal@example.com' }]);
  await sam.put(pathOf(id), aPage({ name: 'Better', is_shared: false }));
  expect(await namesFor(colleague)).toEqual([]);
  expect(await namesFor(admin)).toEqual([]);
});

it('keeps to its view: without access it is not there, and a new name, a deletion and a return change nothing', async () => {
  const view = await product.made({ name: 'Partners' });
  await give(COLLEAGUE, ['Partners']);
  const { body } = await colleague.post<SavedPage>(pathOf('', view.id), aPage());
  await colleague.put('/api/start-page', { saved_page_id: body.id });
  const seen = async () => [await namesFor(colleague), await startOf(colleague)];
  expect(await seen()).toEqual([['Inbound'], 'Inbound']);
  await admin.patch(`/api/views/${view.id}`, { name: 'Agencies' });
  expect(await seen()).toEqual([['Inbound'], 'Inbound']);
  await give(COLLEAGUE, ['Signal']);
  expect(await seen()).toEqual([[], undefined]);
  await give(COLLEAGUE, ['Agencies', 'Signal']);
  await product.deleted({ ...view, name: 'Agencies' });
  expect(await seen()).toEqual([[], undefined]);
  expect((await admin.post(`/api/archived-views/${view.id}/restore`, {})).status).toBe(200);
  expect(await seen()).toEqual([['Inbound'], 'Inbound']);
  await give(COLLEAGUE, ['Signal']);
});

it('refuses what is no page, no name or too much, and says why', async () => {
  const faults = async (change: object) => {
    const { status, body } = await sam.post<Problem>(pathOf(), { ...aPage(), ...change });
    return [status, body.errors.map(({ field }) => field)];
  };
  expect(await faults({ name: ' ' })).toEqual([400, ['name']]);
  expect(await faults({ name: 'x'.repeat(81) })).toEqual([400, ['name']]);
  expect(await faults({ name: 'a\nb' })).toEqual([400, ['name']]);
  expect(await faults({ page: 'users' })).toEqual([400, ['page']]);
  expect(await faults({ is_shared: 'yes' })).toEqual([400, ['is_shared']]);
  expect(await faults({ more: 1 })).toEqual([400, ['more']]);
  expect(await faults({ parameters: { period: 'soon', run: 'run-1' } })).toEqual([
    400,
    ['parameters.period', 'parameters.run'],
  ]);
  expect(await faults({ parameters: [] })).toEqual([400, ['parameters']]);
  const first = await save(sam, { name: 'x'.repeat(80) });
  expect(await faults({ name: 'X'.repeat(80) })).toEqual([409, ['name']]);
  const second = await save(sam);
  // To a reader these are one.
  const { name } = aPage();
  for (const twin of [`${name[0] ?? ''}\u200d${name.slice(1)}`, name.replace(' ', '\u00a0')])
    expect(await faults({ name: twin })).toEqual([409, ['name']]);
  const renamed = await sam.put<Problem>(pathOf(second.id), aPage({ name: first.name }));
  expect([renamed.status, renamed.body.errors[0]?.field]).toEqual([409, 'name']);
  await aSharedPage(colleague, signal, 'Inbound'); // of somebody else it may be
  for (let at = 2; at < MOST_SAVED_PAGES - 1; at += 1) await save(sam, { name: `Page ${at}` });
  const names = Array.from({ length: 8 }, (_, at) => `At once ${at}`);
  await Promise.all(names.map((name) => sam.post(pathOf(), aPage({ name }))));
  const count = async () => (await seenBy(sam)).filter(({ is_mine }) => is_mine).length;
  expect(await count()).toBeLessThanOrEqual(MOST_SAVED_PAGES);
  while ((await count()) < MOST_SAVED_PAGES) await save(sam, { name: `Last ${await count()}` });
  const over = await sam.post<Problem>(pathOf(), aPage({ name: 'One more' }));
  expect([over.status, over.body.detail]).toEqual([
    409,
    'There are 50 saved pages of one person in this view, the most there can be: delete one first.',
  ]);
});

it('loses nothing between two browsers, and brings back what was deleted', async () => {
  const { id } = await aSharedPage(sam, signal);
  const write = (by: Client, name: string, revision: number) =>
    by.put<SavedPage & Problem>(pathOf(id), aPage({ name, is_shared: true }), on(revision));
  const first = await Promise.all([write(sam, 'Left', 1), write(admin, 'Right', 1)]);
  expect(first.map(({ status }) => status).toSorted()).toEqual([200, 412]);
  const won = first.find(({ status }) => status === 200);
  expect(won?.headers.get('etag')).toBe('"2"');
  expect(await namesFor(colleague)).toEqual([won?.body.name]);
  const stale = await sam.delete<Problem>(pathOf(id), on(1));
  expect([stale.status, stale.body.detail]).toEqual([
    412,
    expect.stringMatching(
      /^\S+@example\.com changed the saved page "(Left|Right)" on 2.*Z: look at it again\.$/,
    ),
  ]);

  await colleague.put('/api/start-page', { saved_page_id: id });
  expect((await sam.delete(pathOf(id), on(2))).status).toBe(204);
  expect((await sam.delete(pathOf(id))).status).toBe(404);
  expect((await sam.put(pathOf(id), aPage())).status).toBe(404);
  // Who may not change it learns no more than that it is not there.
  expect((await colleague.delete(pathOf(id))).status).toBe(404);
  expect([await namesFor(colleague), await startOf(colleague)]).toEqual([[], undefined]);
  const again = await sam.post<SavedPage>(`${pathOf(id)}/restore`);
  expect(again.body).toMatchObject({ id, name: won?.body.name, is_shared: true, revision: 4 });
  expect(await startOf(colleague)).toBe(won?.body.name);
  await sam.delete(pathOf(id));
  await save(sam, { name: won?.body.name.toUpperCase() ?? '' });
  expect((await sam.post(`${pathOf(id)}/restore`)).status).toBe(409);
});

it('is a saved page that somebody comes in at, one at most, until it is chosen no more', async () => {
  const [mine, shared] = [await save(sam), await aSharedPage(colleague, signal)];
  expect(await startOf(sam)).toBeUndefined();
  await sam.put('/api/start-page', { saved_page_id: mine.id });
  const chosen = await sam.put<StartPage>('/api/start-page', { saved_page_id: shared.id });
  expect(chosen.body.saved_page).toMatchObject({ id: shared.id, is_start: true });
  expect((await seenBy(sam)).map(({ name, is_start }) => [name, is_start])).toEqual([
    ['Inbound', false],
    ['Shared', true],
  ]);
  expect(await startOf(colleague)).toBeUndefined();
  expect((await sam.put('/api/start-page', { saved_page_id: 'nothing' })).status).toBe(404);
  expect(await startOf(sam)).toBe('Shared');
  await sam.delete('/api/start-page');
  expect(await startOf(sam)).toBeUndefined();
});

it('is told in the audit log as far as it is shared', async () => {
  const trail = new AuditTrail(product.db);
  const told = await trail.during(async () => {
    const { id } = await save(sam);
    await sam.put(pathOf(id), aPage({ is_shared: true }));
    await sam.put(pathOf(id), aPage({ name: 'Other', is_shared: true }));
    await sam.delete(pathOf(id));
    await sam.post(`${pathOf(id)}/restore`);
    await sam.put(pathOf(id), aPage({ name: 'Other' }));
    await sam.delete(pathOf(id));
  });
  expect(told.map(({ action, subject, view }) => [action, subject, view])).toEqual([
    ['saved_page_shared', 'Inbound', 'Signal'],
    ['saved_page_changed', 'Other', 'Signal'],
    ['saved_page_withdrawn', 'Other', 'Signal'],
    ['saved_page_shared', 'Other', 'Signal'],
    ['saved_page_withdrawn', 'Other', 'Signal'],
  ]);
  expect(told[0]?.changes).toMatchObject({
    shows: [null, ['meetings-generation', 'period this_month', 'source_group inbound']],
  });
  expect(told[1]?.changes).toEqual({ name: ['Inbound', 'Other'] });
});
