import type { ViewPage } from '@app/contracts';
import { type RunningApp, startApp, startDatabase, type TestDatabase } from '../support/app.js';

/** A database that another application wrote: no index, optional fields absent, things the contract forbids. */
const USERS = [
  {
    id: 'user-ada-1700000000',
    email: 'Ada@Example.com',
    role: 'super_admin',
    nickname: 'A',
    created_at: new Date('2024-01-01'),
  },
  { id: 'user-bob-1700000001', email: 'bob@example.com', name: 'Bob', view_access: ['Regional'] },
  {
    id: 'user-eve-1',
    email: 'eve@example.com',
    name: 'Old Eve',
    role: 'super_admin',
    created_at: new Date('2024-01-01'),
  },
  { id: 'user-eve-2', email: 'eve@example.com', name: 'New Eve', created_at: new Date('2025-01-01') },
];
const VIEWS = [
  {
    id: 'view-1',
    name: 'Organic',
    is_master: true,
    is_default: true,
    created_at: new Date('2024-01-01'),
    theirs: { deep: [1] },
  },
  {
    id: 'view-2',
    name: 'Regional',
    created_by: 'system',
    created_at: new Date('2024-01-02'),
    targets: { dashboard: { deals: '4' } },
  },
  { id: 'view-3', name: 'régional', created_at: new Date('2024-01-03') },
  {
    id: 'view-4',
    name: 'Master',
    is_master: true,
    aggregates_from: ['view-2', 'gone', 'view-4'],
    created_at: new Date('2024-01-04'),
  },
];

describe('a database that already exists', () => {
  let database: TestDatabase;
  let app: RunningApp;
  beforeAll(async () => {
    database = await startDatabase();
    await database.db.collection('users').insertMany(USERS);
    await database.db.collection('views').insertMany(VIEWS);
    await database.db.collection('_system_init').insertOne({ done: true });
    app = await startApp({ database, people: false, env: { BOOTSTRAP_SUPER_ADMIN: 'boss@example.com' } });
  });
  afterAll(async () => {
    await app.stop();
    await database.stop();
  });

  it('starts, and reports the unique index that its duplicates forbid, by name', () => {
    expect(app.output()).toMatch(/The index of users on email could not be made.*eve@example\.com/);
  });

  it('has every other index of the contract', async () => {
    const keysOf = async (name: string) =>
      (await database.db.collection(name).indexes()).map(({ key }) => Object.keys(key).join());
    expect(await keysOf('users')).toEqual(['_id', 'role', 'view_access']);
    expect(await keysOf('user_sessions')).toEqual(['_id', 'session_token', 'user_id', 'expires_at']);
    expect(await keysOf('views')).toEqual(['_id', 'id', 'name', 'is_master', 'is_default']);
    expect(await keysOf('data_metadata')).toEqual(
      expect.arrayContaining(['type,view_id', 'view_id', 'last_update']),
    );
    expect(await keysOf('asher_pov')).toEqual(['_id', 'view_id']);
    const records = [
      '_id',
      'id',
      'client',
      'stage',
      'discovery_date',
      'owner',
      'type_of_source',
      'show_noshow',
    ];
    for (const name of ['sales_records', 'sales_records_regional', 'sales_records_regional2']) {
      expect(await keysOf(name)).toEqual(records);
    }
  });

  it('keeps documents as they were', async () => {
    for (const user of USERS)
      expect(await database.db.collection('users').findOne({ id: user.id })).toMatchObject(user);
    for (const view of VIEWS)
      expect(await database.db.collection('views').findOne({ id: view.id })).toMatchObject(view);
    expect(await database.db.collection('users').countDocuments()).toBe(USERS.length);
    expect(await database.db.collection('_system_init').countDocuments()).toBe(1);
  });

  it('reads its views: one flagged master and default at once is none; no two share a collection', async () => {
    const { body } = await (await app.signIn('ada@example.com')).get<ViewPage>('/api/views');
    expect(body.items.map(({ name, is_master, collection }) => [name, is_master, collection])).toEqual([
      ['Organic', false, 'sales_records'],
      ['Regional', false, 'sales_records_regional'],
      ['régional', false, 'sales_records_regional2'],
      ['Master', true, null],
    ]);
    expect(body.items[3]?.aggregates_from).toEqual(['view-2']);
  });

  it('takes a missing role for a viewer, a missing name for the address, and the newest of two for the person', async () => {
    const me = async (email: string) =>
      (await (await app.signIn(email)).get<{ user: object }>('/api/auth/me')).body.user;
    expect(await me('bob@example.com')).toMatchObject({ role: 'viewer', view_access: ['Regional'] });
    expect(await me('ada@example.com')).toMatchObject({
      role: 'super_admin',
      name: 'Ada@Example.com',
      view_access: [],
    });
    expect(await me('eve@example.com')).toMatchObject({ id: 'user-eve-2', role: 'viewer', name: 'New Eve' });
  });

  it('needs no first super admin: there is one', async () => {
    expect(await database.db.collection('users').findOne({ email: 'boss@example.com' })).toBeNull();
  });
});
