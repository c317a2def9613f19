import type { Invitation, MadeApiToken, SessionInfoPage, SettingChangePage } from '@app/contracts';
import type { Client } from '../support/app.js';
import { AuditTrail, type ToldEvent } from '../support/audit-trail.js';
import { type FakeGoogle, startFakeGoogle } from '../support/fake-google.js';
import { type Listener, listen } from '../support/events.js';
import { invite, tokenIn } from '../support/invite.js';
import {
  aBoard,
  POV_OWNER,
  ProductWithBoards,
  saveBoard,
  versionsOf,
} from '../support/product-with-boards.js';
import { sheetOf } from '../support/sheets.js';
import { publishHeld, runEnded, uploaded } from '../support/views.js';

const ADMIN = 'admin@example.com';
const VIEWER = 'signal@example.com';
const HERE = /^(127\.0\.0\.1|::1)$/;

let google: FakeGoogle;
let product: ProductWithBoards;
let trail: AuditTrail;
let admin: Client;
let viewer: Client;
let view: string;
/** People who have the console open, as always somebody has: their streams are checked at what others do. */
let listeners: Listener[];
/** Everything that opens something. */
const secrets: string[] = [];

beforeAll(async () => {
  google = await startFakeGoogle();
  product = await ProductWithBoards.start({ ...google.env, AUTH_DEMO: '1' });
  trail = new AuditTrail(product.running.database.db);
  ({ admin } = product);
  viewer = await product.signIn(VIEWER);
  view = product.idOf('Signal');
  const others = ['organic@example.com', 'market@example.com'];
  listeners = await Promise.all(others.map(async (email) => listen(await product.signIn(email))));
});
afterAll(async () => {
  await Promise.all(listeners.map((listener) => listener.leave()));
  await product.stop();
  await google.stop();
});

const newClient = () => product.running.app.client();
const db = () => product.running.database.db;
const deals = (count: number) =>
  sheetOf(Array.from({ length: count }, (_, at) => ({ client: `Client ${at + 1}`, stage: 'Lost' })));
const kinds = (events: readonly ToldEvent[]) => events.map(({ action, actor }) => [action, actor]);

/** The one thing that is told while something is done. */
async function only(work: () => Promise<unknown>): Promise<ToldEvent> {
  const events = await trail.during(work);
  expect(kinds(events)).toHaveLength(1);
  const [event] = events;
  if (!event) throw new Error('Nothing was told.');
  return event;
}

/** What is told of the person who asks, from here. */
const byViewer = { actor: VIEWER, outcome: 'done', address: expect.stringMatching(HERE) as string };
const byAdmin = { ...byViewer, actor: ADMIN };

describe('the audit log tells of sign-ins', () => {
  it('that worked, and how', async () => {
    const local = await only(() => product.signIn(VIEWER));
    expect(local).toMatchObject({ ...byViewer, action: 'signed_in', subject: VIEWER });
    expect(local.changes.way).toEqual([null, 'local']);
    const demo = await only(async () => {
      const client = newClient();
      await client.get('/api/auth/config');
      await client.post('/api/auth/demo');
    });
    expect(demo).toMatchObject({ action: 'signed_in', actor: 'demo@example.com' });
    expect(demo.changes.way).toEqual([null, 'demo']);
  });

  it('that were refused, as whom and why', async () => {
    const refused = await only(() => product.signIn('mallory@example.com').catch(() => undefined));
    expect(refused).toMatchObject({
      action: 'sign_in_refused',
      outcome: 'refused',
      actor: 'nobody',
      subject: 'mallory@example.com',
    });
    expect(refused.address).toMatch(HERE);
    expect(refused.changes.reason).toEqual([null, expect.stringContaining('is not a user')]);
  });

  it('by a link, and of the link itself', async () => {
    const email = 'new@example.com';
    let token = '';
    const events = await trail.during(async () => {
      const { body } = await admin.post<Invitation>('/api/invitations', { email, view_access: ['Signal'] });
      token = tokenIn(body.url);
      secrets.push(token);
    });
    expect(kinds(events)).toEqual([
      ['user_added', ADMIN],
      ['user_invited', ADMIN],
    ]);
    expect(events[0]?.changes).toMatchObject({ role: [null, 'viewer'], view_access: [null, ['Signal']] });
    const client = newClient();
    await client.get('/api/auth/config');
    const entered = await only(() => client.post('/api/auth/invitation', { token }));
    expect(entered).toMatchObject({ action: 'signed_in', actor: email });
    expect(entered.changes.way).toEqual([null, 'invitation']);
    const again = await only(() => client.post('/api/auth/invitation', { token }));
    expect(again).toMatchObject({ action: 'sign_in_refused', outcome: 'refused' });
  });

  it('of a link that the command made', async () => {
    const { uri, name } = product.running.database;
    const event = await only(() => invite({ MONGO_URL: uri, DB_NAME: name }, VIEWER));
    expect(event).toMatchObject({
      action: 'user_invited',
      actor: 'command',
      address: null,
      subject: VIEWER,
    });
  });

  it('of their end', async () => {
    const [first, second] = [await product.signIn(VIEWER), await product.signIn(VIEWER)];
    const { body } = await second.get<SessionInfoPage>('/api/auth/sessions');
    const other = body.items.find(({ current }) => !current);
    const ended = await only(() => second.delete(`/api/auth/sessions/${other?.id}`));
    expect(ended).toMatchObject({ ...byViewer, action: 'session_ended', subject: VIEWER });
    expect(ended.changes.created_at?.[0]).toBe(other?.created_at);
    expect(await only(() => second.post('/api/auth/logout'))).toMatchObject({
      ...byViewer,
      action: 'signed_out',
    });
    // Whose session is gone is refused as nobody: that is no event.
    expect(await trail.during(() => first.post('/api/auth/logout'))).toEqual([]);
  });
});

describe('the audit log tells of tokens', () => {
  it('that open nothing, of what they are no word', async () => {
    const secret = 'not-a-token-of-this-product';
    const headers = { authorization: `Bearer ${secret}` };
    const refused = await only(() => newClient().get('/api/views', headers));
    expect(refused).toMatchObject({ action: 'sign_in_refused', outcome: 'refused', actor: 'nobody' });
    expect(refused.changes.way).toEqual([null, 'token']);
    expect(JSON.stringify(refused)).not.toContain(secret);
  });

  it('and of what is done with one', async () => {
    const wanted = { name: 'Nightly', views: [view], rights: ['upload'], expires_in_days: 1 };
    let secret = '';
    const made = await only(async () => {
      const { body } = await admin.post<MadeApiToken>('/api/tokens', wanted);
      ({ secret } = body);
    });
    expect(made).toMatchObject({ ...byAdmin, action: 'token_made', subject: 'Nightly' });
    secrets.push(secret);
    const program = newClient();
    const refused = await only(() =>
      program.post('/api/invitations', { email: 'x@example.com' }, { authorization: `Bearer ${secret}` }),
    );
    expect(refused).toMatchObject({ action: 'write_refused', actor: 'Nightly' });
  });
});

describe('the audit log tells of refused changes', () => {
  it('whoever asks', async () => {
    const path = `/api/views/${view}/targets`;
    const refused = await only(() => viewer.put(path, { targets: {} }));
    expect(refused).toMatchObject({
      action: 'write_refused',
      outcome: 'refused',
      actor: VIEWER,
      subject: `PUT ${path}`,
      changes: { reason: [null, 'Only a super admin may do this.'] },
    });
    const forged = await only(() => viewer.put(path, { targets: {} }, { 'x-xsrf-token': 'forged' }));
    expect(forged).toMatchObject({ action: 'write_refused', actor: VIEWER });
  });

  it('also of a view that who asks does not know to be there', async () => {
    const path = `/api/views/${product.idOf('Market')}/targets`;
    const shutOut = await only(async () =>
      expect((await viewer.put(path, { targets: {} })).status).toBe(404),
    );
    expect(shutOut).toMatchObject({ action: 'write_refused', actor: VIEWER, subject: `PUT ${path}` });
  });

  it('but not of refused reads, nor of what is only wrong', async () => {
    const nothing = await trail.during(async () => {
      expect((await viewer.get('/api/settings/history')).status).toBe(403);
      expect((await admin.put(`/api/views/${view}/targets`, { targets: 3 })).status).toBe(400);
      expect((await newClient().get('/api/auth/me')).status).toBe(401);
    });
    expect(nothing).toEqual([]);
  });
});

describe('the audit log tells of data', () => {
  it('that was uploaded and published', async () => {
    const events = await trail.during(() => uploaded(viewer, view, 'deals.csv', deals(30)));
    expect(events).toMatchObject([
      { ...byViewer, action: 'data_uploaded', view: 'Signal', subject: 'deals.csv' },
      { action: 'data_published', actor: VIEWER, address: null, view: 'Signal', subject: 'deals.csv' },
    ]);
    expect(events[0]?.changes.mode).toEqual([null, 'replace']);
    expect(events[1]?.changes).toEqual({ revision: [0, 1], records: [0, 30] });
  });

  it('that was held, and what was decided on it', async () => {
    const held = await trail.during(() => uploaded(viewer, view, 'few.csv', deals(3)));
    expect(kinds(held)).toEqual([
      ['data_uploaded', VIEWER],
      ['data_held', VIEWER],
    ]);
    expect(held[1]?.changes.reason?.[1]).toMatch(/27 of the 30 deals here would be removed/);
    const run = await uploaded(viewer, view, 'fewer.csv', deals(2));
    expect(await only(() => viewer.delete(`/api/views/${view}/ingestions/${run.id}`))).toMatchObject({
      ...byViewer,
      action: 'import_discarded',
      subject: 'fewer.csv',
    });
    const [newest] = await db().collection('ingestion_runs').find({ status: 'held' }).toArray();
    const decided = await trail.during(() => publishHeld(admin, { view_id: view, id: String(newest?.id) }));
    expect(kinds(decided)).toEqual([
      ['publish_decided', ADMIN],
      ['data_published', ADMIN],
    ]);
    expect(decided[1]?.changes).toEqual({ revision: [1, 2], records: [30, 3] });
  });

  it('that was brought back', async () => {
    const first = await db().collection('ingestion_runs').findOne({ revision: 1 });
    const events = await trail.during(async () => {
      const path = `/api/views/${view}/ingestions/${String(first?.id)}/rollback`;
      const { body } = await viewer.post<{ id: string }>(path);
      await runEnded(viewer, view, body.id);
    });
    expect(kinds(events)).toEqual([
      ['rollback_asked', VIEWER],
      ['data_published', VIEWER],
    ]);
    expect(events[0]?.changes.to_revision).toEqual([null, 1]);
  });

  it('that a sheet was asked for, and did not bring', async () => {
    const sheet_url = 'https://docs.google.com/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789/edit';
    const changed = await only(() => admin.patch(`/api/views/${view}`, { sheet_url }));
    expect(changed).toMatchObject({ ...byAdmin, action: 'view_changed', view: 'Signal' });
    expect(changed.changes).toEqual({ sheet_url: [null, sheet_url] });
    const events = await trail.during(async () => {
      const { body } = await viewer.post<{ id: string }>(`/api/views/${view}/refresh`);
      await runEnded(viewer, view, body.id);
    });
    expect(kinds(events)).toEqual([
      ['data_refreshed', VIEWER],
      ['import_failed', VIEWER],
    ]);
    expect(events[1]?.outcome).toBe('failed');
  });

  it('how it is to be read', async () => {
    const reading = { date_order: 'month_first', column_mapping: { Account: 'client' } };
    const event = await only(() => viewer.put(`/api/views/${view}/reading`, reading));
    expect(event).toMatchObject({ ...byViewer, action: 'reading_changed', view: 'Signal' });
    expect(event.changes).toEqual({
      date_order: [null, 'month_first'],
      columns: [{}, { account: 'client' }],
    });
  });
});

describe('the audit log tells of', () => {
  it('targets, key by key', async () => {
    const path = `/api/views/${view}/targets`;
    const put = (nov: number) => admin.put(path, { targets: { revenue_2026: { nov } } });
    await put(100);
    const changed = await only(() => put(250));
    expect(changed).toMatchObject({ ...byAdmin, action: 'targets_changed', view: 'Signal' });
    expect(changed.changes).toEqual({ 'revenue_2026.nov': [100, 250] });
    const restored = await only(() => admin.post(`${path}/history/1/restore`));
    expect(restored).toMatchObject({ ...byAdmin, action: 'targets_restored', subject: 'revision 1' });
    expect(restored.changes).toEqual({ 'revenue_2026.nov': [250, 100] });
    expect(await trail.during(() => put(100))).toEqual([]);
  });

  it('settings', async () => {
    const event = await only(() => admin.put('/api/settings/history_days', { value: 500 }));
    expect(event).toMatchObject({ ...byAdmin, action: 'setting_changed', subject: 'Days of history' });
    expect(event.changes).toEqual({ value: [null, 500] });
    const { body } = await admin.get<SettingChangePage>('/api/settings/history');
    expect(body.items).toHaveLength(1);
  });

  it('the POV, and of nobody’s own board', async () => {
    const owner = await product.signIn(POV_OWNER);
    const pov = product.pathOf('Signal', 'pov');
    const saved = await only(() => saveBoard(owner, pov, aBoard('a', 'b'), '"0"', 'After the call'));
    expect(saved).toMatchObject({ action: 'pov_saved', actor: POV_OWNER, view: 'Signal' });
    expect(saved.changes).toEqual({
      revision: [null, 1],
      deals: [null, 2],
      hidden: [null, 0],
      note: [null, 'After the call'],
    });
    const reset = await only(() => owner.delete(pov));
    expect(reset).toMatchObject({ action: 'pov_reset', actor: POV_OWNER });
    const first = (await versionsOf(owner, pov)).items.at(-1);
    const restored = await only(() => owner.post(`${pov}/versions/${first?.id}/restore`));
    expect(restored.action).toBe('pov_restored');
    expect(restored.changes.deals).toEqual([0, 2]);
    const own = await trail.during(() => saveBoard(owner, product.pathOf('Signal'), aBoard('a')));
    expect(own).toEqual([]);
  });

  it('never a secret', async () => {
    const texts = JSON.stringify(await db().collection('audit_log').find().toArray());
    const sessions = await db().collection('user_sessions').find().toArray();
    const links = await db().collection('invitations').find().toArray();
    const secret = await db().collection('settings').findOne({ key: 'installation_secret' });
    const cookies = [admin, viewer].flatMap((client) =>
      ['session', 'XSRF-TOKEN'].map((name) => String(client.cookie(name))),
    );
    secrets.push(
      ...sessions.map(({ session_token }) => String(session_token)),
      ...links.map(({ token_hash }) => String(token_hash)),
      String(secret?.value),
      ...cookies,
    );
    expect(secrets.length).toBeGreaterThan(7);
    expect(secrets.every((each) => each.length > 20)).toBe(true);
    for (const each of secrets) expect(texts).not.toContain(each);
  });
});
