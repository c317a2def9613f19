import type {
  AuditEntryPage,
  Invitation,
  Me,
  Problem,
  SavedPage,
  User,
  UserPage,
  ViewPage,
} from '@app/contracts';
import { type Client, type RunningApp, startApp, startDatabase, type TestDatabase } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { tokenIn } from '../support/invite.js';
import { aPage, aSharedPage } from '../support/saved-pages.js';

const PATH = '/api/users';

const OLD = new Date('2024-01-01');
/** As other software may have left them: keys of its own, any case, several documents about one person, no id. */
const OTHERS = [
  { id: 'user-kim-1', email: 'Kim@Example.com', name: 'Old Kim', role: 'super_admin', created_at: OLD },
  {
    id: 'user-kim-2',
    email: 'kim@example.com',
    name: 'Kim',
    view_access: ['Signal', 'Gone'],
    nickname: 'K',
    created_at: new Date('2025-01-01'),
  },
  { id: 'user-twin-1', email: 'ann@example.com', name: 'Ann', view_access: ['Signal'], created_at: OLD },
  { id: 'user-twin-1', email: 'ben@example.com', name: 'Ben', created_at: new Date('2025-01-01') },
  { email: 'damaged@example.com', name: 'No id' },
];

let database: TestDatabase;
/** Two processes on one database. */
let app: RunningApp;
let other: RunningApp;
let admin: Client;

beforeAll(async () => {
  database = await startDatabase();
  const env = { AUTH_DEMO: '1' };
  app = await startApp({ database, env });
  other = await startApp({ database, people: false, env });
  await people().insertMany(OTHERS);
  admin = await app.signIn('admin@example.com');
});
afterAll(async () => {
  await Promise.all([app.stop(), other.stop()]);
  await database.stop();
});

const people = () => database.db.collection('users');
const list = async (client = admin): Promise<User[]> => (await client.get<UserPage>(PATH)).body.items;

async function named(email: string, client = admin): Promise<User> {
  const user = (await list(client)).find((each) => each.email === email);
  if (!user) throw new Error(`${email} is not in the list.`);
  return user;
}

async function added(body: object): Promise<User> {
  const answer = await admin.post<User>(PATH, body);
  expect(answer.status).toBe(201);
  return answer.body;
}

const change = async (email: string, body: object, client = admin) =>
  client.patch<User & Problem>(`${PATH}/${(await named(email, client)).id}`, body);
const remove = async (email: string, client = admin) =>
  client.delete<Problem>(`${PATH}/${(await named(email, client)).id}`);

const viewsOf = async (client: Client): Promise<string[]> =>
  (await client.get<ViewPage>('/api/views')).body.items.map(({ name }) => name);

describe('the list of users', () => {
  it('is for super admins', async () => {
    const viewer = await app.signIn('signal@example.com');
    expect((await viewer.get(PATH)).status).toBe(403);
    expect((await app.client().get(PATH)).status).toBe(401);
  });

  it('has each person once, the newest document first, with what concerns a super admin', async () => {
    const users = await list();
    expect(users[0]).toMatchObject({
      email: 'admin@example.com',
      role: 'super_admin',
      is_you: true,
      is_last_super_admin: true,
      sessions: 1,
      last_login: expect.stringMatching(/^20.*Z$/) as string,
    });
    expect(users.filter(({ email }) => email.toLowerCase() === 'kim@example.com')).toMatchObject([
      {
        id: 'user-kim-2',
        name: 'Kim',
        role: 'viewer',
        unknown_views: ['Gone'],
        sessions: 0,
        last_login: null,
      },
    ]);
    expect(users.filter(({ id }) => id === 'user-twin-1').map(({ name }) => name)).toEqual(['Ben']);
    expect(users.some(({ email }) => email === 'damaged@example.com')).toBe(false);
    expect(await named('demo@example.com')).toMatchObject({ is_demo: true, owns_pov: false });
    expect(new Set(users.map(({ id }) => id)).size).toBe(users.length);
  });

  it('lets nobody in as the other person of the same id', async () => {
    const ann = app.client();
    await ann.get('/api/auth/config');
    expect((await ann.post('/api/auth/local', { email: 'ann@example.com' })).status).toBe(401);
    expect((await (await app.signIn('ben@example.com')).get<Me>('/api/auth/me')).body.user.name).toBe('Ben');
  });
});

describe('adding somebody', () => {
  it('lets them in with the role and the views that they were given', async () => {
    const made = await added({
      email: 'Nora@Firm.example',
      name: ' Nora ',
      view_access: ['Market', 'Market'],
    });
    expect(made).toMatchObject({
      email: 'nora@firm.example',
      name: 'Nora',
      role: 'viewer',
      view_access: ['Market'],
      last_login: null,
      sessions: 0,
      link_expires_at: null,
    });
    const nora = await app.signIn('NORA@firm.example');
    expect(await viewsOf(nora)).toEqual(['Market']);
    expect(await named('nora@firm.example')).toMatchObject({ sessions: 1 });
  });

  it('is followed by a link where there is no Google, and the list says that one waits', async () => {
    await added({ email: 'lena@firm.example' });
    const { body } = await admin.post<Invitation>('/api/invitations', { email: 'lena@firm.example' });
    expect((await named('lena@firm.example')).link_expires_at).toBe(body.expires_at);
    const lena = app.client();
    await lena.get('/api/auth/config');
    expect((await lena.post('/api/auth/invitation', { token: tokenIn(body.url) })).status).toBe(200);
    expect(await viewsOf(lena)).toEqual(['Organic']);
    expect((await named('lena@firm.example')).link_expires_at).toBeNull();
  });

  it.each([
    ['signal@example.com', /signal@example\.com is a user already: a viewer of Signal\. Nothing was changed/],
    ['SIGNAL@Example.com', /is a user already/],
    ['kim@example.com', /Kim, a viewer of Signal, Gone\. Nothing/],
    ['damaged@example.com', /holds a damaged document about damaged@example\.com/],
  ])('refuses %s, which exists, and changes nothing', async (email, message) => {
    const before = await people().find().toArray();
    const { status, body } = await admin.post<Problem>(PATH, { email, role: 'super_admin', view_access: [] });
    expect(status).toBe(409);
    expect(body.detail).toMatch(message);
    expect(body.errors).toEqual([{ field: 'email', message: body.detail }]);
    expect(await people().find().toArray()).toEqual(before);
  });

  it.each([
    [{ email: 'x@firm.example', view_access: ['Nowhere'] }, 'view_access', /no view "Nowhere"/],
    [{ email: 'x@firm.example', view_access: ['signal'] }, 'view_access', /no view "signal"/],
    [{ email: 'x@firm.example', role: null }, 'role', /viewer or super_admin/],
    [{ email: { $ne: '' } }, 'email', /address/],
    [{ email: 'x@firm.example', id: 'user-1' }, 'id', /not known/],
  ])('refuses %j', async (body, field, message) => {
    const answer = await admin.post<Problem>(PATH, body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual([{ field, message: expect.stringMatching(message) as string }]);
    expect(await people().countDocuments({ email: 'x@firm.example' })).toBe(0);
  });

  it('makes one of two who are added at once in two processes, and says so to the second', async () => {
    const there = await other.signIn('admin@example.com');
    const body = { email: 'race@firm.example' };
    const answers = await Promise.all([admin.post(PATH, body), there.post(PATH, body)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(await people().countDocuments(body)).toBe(1);
  });
});

describe('a change', () => {
  it('acts on the next request, in the other process soon, and writes what was named alone', async () => {
    await added({ email: 'omar@firm.example', view_access: ['Signal'] });
    await people().updateOne({ email: 'omar@firm.example' }, { $set: { theirs: { deep: [1] } } });
    const [here, there] = [await app.signIn('omar@firm.example'), await other.signIn('omar@firm.example')];
    expect(await viewsOf(here)).toEqual(['Signal']);
    expect(await change('omar@firm.example', { view_access: ['Market', 'Master'] })).toMatchObject({
      status: 200,
      body: { role: 'viewer', view_access: ['Market', 'Master'], sessions: 2 },
    });
    expect((await viewsOf(here)).toSorted()).toEqual(['Market', 'Master']);
    await eventually(async () => expect((await viewsOf(there)).toSorted()).toEqual(['Market', 'Master']));

    expect((await here.get(PATH)).status).toBe(403);
    expect((await change('omar@firm.example', { role: 'super_admin' })).status).toBe(200);
    expect((await here.get(PATH)).status).toBe(200);
    expect((await change('omar@firm.example', { role: 'viewer' })).status).toBe(200);
    expect((await here.get(PATH)).status).toBe(403);
    expect(await people().findOne({ email: 'omar@firm.example' })).toMatchObject({ theirs: { deep: [1] } });
  });

  it('of the role and one of the views, made at once in two processes, both stand, and are in the audit log', async () => {
    const { id, email } = await added({ email: 'pia@firm.example', view_access: ['Signal'] });
    const boss = await other.signIn('admin@example.com');
    for (let round = 0; round < 20; round += 1) {
      const [role, views] =
        round % 2 === 0
          ? (['super_admin', ['Market', 'Signal']] as const)
          : (['viewer', ['Organic']] as const);
      const answers = await Promise.all([
        admin.patch(`${PATH}/${id}`, { role }),
        boss.patch(`${PATH}/${id}`, { view_access: views }),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      expect(await people().findOne({ email })).toMatchObject({ role, view_access: views });
    }
    const entries = await admin.get<AuditEntryPage>(
      `/api/audit-log?action=user_changed&q=${email}&limit=100`,
    );
    const changed = entries.body.items.flatMap(({ changes }) => changes.map(({ field }) => field));
    expect(changed.filter((field) => field === 'role')).toHaveLength(20);
    expect(changed.filter((field) => field.startsWith('view_access'))).toHaveLength(20);
  });

  it('may keep the names of views that are gone, and lets them go', async () => {
    expect((await change('kim@example.com', { view_access: ['Gone', 'Market'] })).body).toMatchObject({
      view_access: ['Gone', 'Market'],
      unknown_views: ['Gone'],
    });
    expect((await change('kim@example.com', { view_access: ['Market'] })).body.unknown_views).toEqual([]);
    expect((await change('kim@example.com', { view_access: ['Gone'] })).status).toBe(400);
    const documents = await people()
      .find({ email: /^kim@example\.com$/i })
      .toArray();
    expect(documents.map(({ view_access }) => view_access as unknown)).toEqual([['Market'], ['Market']]);
    expect(documents).toContainEqual(expect.objectContaining({ nickname: 'K', id: 'user-kim-2' }));
  });

  it('takes back nothing that another super admin has changed meanwhile', async () => {
    const { body: person } = await admin.post<User>('/api/users', {
      email: 'two-dialogs@example.com',
      view_access: ['Signal', 'Market'],
    });
    const path = `/api/users/${person.id}`;
    const seen = { view_access_before: ['Signal', 'Market'] };
    const first = await admin.patch<User>(path, { view_access: ['Market'], ...seen });
    expect([first.status, first.body.view_access]).toEqual([200, ['Market']]);
    // Whose answer was lost sends it once more.
    expect((await admin.patch(path, { view_access: ['Market'], ...seen })).status).toBe(200);
    const late = await admin.patch<Problem>(path, { view_access: ['Signal', 'Market', 'Organic'], ...seen });
    expect([late.status, late.body.errors[0]?.field]).toEqual([409, 'view_access']);
    expect(late.body.detail).toMatch(/^Somebody else has changed meanwhile .*: now it is Market\./);
    const now = (await admin.get<UserPage>('/api/users')).body.items.find(({ id }) => id === person.id);
    expect(now?.view_access).toEqual(['Market']);

    const none = await admin.patch<User>(path, { view_access: [], view_access_before: ['Market'] });
    expect([none.status, none.body.view_access]).toEqual([200, []]);
    const again = await admin.patch<User>(path, { view_access: ['Organic'], view_access_before: [] });
    expect([again.status, again.body.view_access]).toEqual([200, ['Organic']]);
  });

  it('of the own role, of the last super admin and of the demo user is refused', async () => {
    const last = await change('admin@example.com', { role: 'viewer' });
    expect(last).toMatchObject({
      status: 409,
      body: { detail: expect.stringMatching(/last super admin/) as string },
    });
    await added({ email: 'second@firm.example', role: 'super_admin' });
    const own = await change('admin@example.com', { role: 'viewer' });
    expect(own).toMatchObject({ status: 409, body: { detail: expect.stringMatching(/own role/) as string } });
    expect((await change('admin@example.com', { role: 'super_admin' })).status).toBe(200);
    const demo = await change('demo@example.com', { role: 'super_admin' });
    expect(demo).toMatchObject({
      status: 409,
      body: { detail: expect.stringMatching(/only reads/) as string },
    });
    expect((await change('demo@example.com', { view_access: ['Signal'] })).status).toBe(200);
    expect((await remove('admin@example.com')).status).toBe(409);
    expect((await remove('second@firm.example')).status).toBe(204);
  });

  it('of somebody who is not there finds nobody', async () => {
    for (const id of ['user-nobody', '%7B%22$ne%22:1%7D'])
      expect([
        (await admin.patch(`${PATH}/${id}`, { role: 'viewer' })).status,
        (await admin.delete(`${PATH}/${id}`)).status,
        (await admin.delete(`${PATH}/${id}/sessions`)).status,
      ]).toEqual([404, 404, 404]);
  });
});

describe('two super admins who put each other out at once, in two processes', () => {
  it.each([
    ['take the role', (client: Client, id: string) => client.patch(`${PATH}/${id}`, { role: 'viewer' })],
    ['remove', (client: Client, id: string) => client.delete(`${PATH}/${id}`)],
  ])('leave one: %s', async (_, act) => {
    for (let round = 0; round < 10; round += 1) {
      const [left, right] = [`left${round}@firm.example`, `right${round}@firm.example`];
      for (const email of [left, right]) await admin.post(PATH, { email, role: 'super_admin' });
      const [one, two] = [await app.signIn(left), await other.signIn(right)];
      const ids = [(await named(left)).id, (await named(right)).id] as const;
      // Nobody but these two is left.
      await people().updateMany({ email: 'admin@example.com' }, { $set: { role: 'viewer' } });
      const answers = await Promise.all([act(one, ids[1]), act(two, ids[0])]);
      const admins = await people()
        .find({ role: 'super_admin', email: { $ne: 'Kim@Example.com' } })
        .toArray();
      expect(admins.length).toBeGreaterThan(0);
      const done = answers.filter(({ status }) => status < 300).length;
      expect(done).toBeLessThan(2);
      expect(admins).toHaveLength(2 - done);
      await people().updateMany({ email: 'admin@example.com' }, { $set: { role: 'super_admin' } });
      await people().deleteMany({ email: { $in: [left, right] } });
      await eventually(async () => expect((await admin.get(PATH)).status).toBe(200));
    }
  });
});

describe('removing somebody', () => {
  it('ends sessions and links at once, takes what nobody else sees, and leaves boards', async () => {
    const { id } = await added({ email: 'paul@firm.example', view_access: ['Signal'] });
    const paul = await app.signIn('paul@firm.example');
    const [view] = (await paul.get<ViewPage>('/api/views')).body.items;
    const preferences = { next_14_days: [{ id: 'deal', client: 'Acme', hidden: true }] };
    const board = `/api/views/${view?.id}/preferences/projections`;
    expect((await paul.put(board, { preferences })).status).toBe(200);
    const saved = `/api/views/${view?.id}/saved-pages`;
    const own = await paul.post<SavedPage>(saved, aPage());
    await paul.put('/api/start-page', { saved_page_id: own.body.id });
    await aSharedPage(paul, view?.id ?? '');
    const { body: link } = await admin.post<Invitation>('/api/invitations', { email: 'paul@firm.example' });

    expect((await remove('paul@firm.example')).status).toBe(204);
    expect((await paul.get('/api/auth/me')).status).toBe(401);
    const again = app.client();
    await again.get('/api/auth/config');
    expect((await again.post('/api/auth/invitation', { token: tokenIn(link.url) })).status).toBe(401);
    expect((await again.post('/api/auth/local', { email: 'paul@firm.example' })).status).toBe(401);
    const { db } = database;
    expect(await db.collection('user_sessions').countDocuments({ user_id: id })).toBe(0);
    expect(await db.collection('invitations').countDocuments({ user_id: id })).toBe(0);
    expect(await db.collection('user_projections_preferences').countDocuments({ user_id: id })).toBe(1);
    const left = await db.collection('saved_pages').find({ user_id: id }).toArray();
    expect(left.map(({ name }) => name as string)).toEqual(['Shared']);
    expect(await db.collection('start_pages').countDocuments({ user_id: id })).toBe(0);

    expect((await added({ email: 'paul@firm.example' })).id).not.toBe(id);
  });

  it('takes every document about the person, and none of the other one of the same id', async () => {
    expect((await remove('kim@example.com')).status).toBe(204);
    expect(await people().countDocuments({ email: /^kim@example\.com$/i })).toBe(0);
    expect((await remove('ben@example.com')).status).toBe(204);
    expect(await people().countDocuments({ id: 'user-twin-1' })).toBe(1);
    expect(await named('ann@example.com')).toMatchObject({ view_access: ['Signal'] });
  });
});

describe('signing somebody out', () => {
  it('ends all their sessions and nobody else’s', async () => {
    await added({ email: 'quinn@firm.example' });
    const browsers = [await app.signIn('quinn@firm.example'), await other.signIn('quinn@firm.example')];
    const { id } = await named('quinn@firm.example');
    expect((await admin.delete(`${PATH}/${id}/sessions`)).status).toBe(204);
    expect((await browsers[0]?.get('/api/auth/me'))?.status).toBe(401);
    await eventually(async () => expect((await browsers[1]?.get('/api/auth/me'))?.status).toBe(401));
    expect((await named('quinn@firm.example')).sessions).toBe(0);
    expect((await admin.get(PATH)).status).toBe(200);
  });
});

it('what was done to people stands in the audit log, without a secret', async () => {
  const entries = await database.db
    .collection('audit_log')
    .find({ 'subject.name': 'omar@firm.example', action: /^user_/ })
    .sort({ _id: 1 })
    .toArray();
  expect(entries).toMatchObject([
    { action: 'user_added', actor: { kind: 'person', name: 'admin@example.com' } },
    {
      action: 'user_changed',
      changes: [{ field: 'view_access', before: ['Signal'], after: ['Market', 'Master'] }],
    },
    { action: 'user_changed', changes: [{ field: 'role', before: 'viewer', after: 'super_admin' }] },
    { action: 'user_changed', changes: [{ field: 'role', before: 'super_admin', after: 'viewer' }] },
  ]);
  const removed = { action: 'user_removed', 'subject.name': 'paul@firm.example' };
  expect(await database.db.collection('audit_log').countDocuments(removed)).toBe(1);
});
