import { AUDIT_ACTIONS, type AuditEntry, type AuditEntryPage, type Problem } from '@app/contracts';
import type { Client } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { startSide, stopSide } from '../support/pair.js';
import { type Product, startProduct } from '../support/product-with-database.js';
import { viewNamed, viewsOf } from '../support/views.js';

const LOG = '/api/audit-log';
const DAY_MS = 86_400_000;

let product: Product;
let admin: Client;
let signal: string;

beforeAll(async () => {
  product = await startProduct({ APP_TIME_ZONE: 'Europe/Paris' });
  ({ admin } = product);
  signal = viewNamed(await viewsOf(admin), 'Signal').id;
});
afterAll(() => product.stop());

const collection = () => product.database.db.collection<{ _id: string }>('audit_log');

/** An entry of an earlier day, as the product stores it. */
async function stored(at: string, more: object = {}): Promise<void> {
  const time = Date.parse(at).toString(16).padStart(12, '0');
  const count = String(await collection().countDocuments()).padStart(12, '0');
  await collection().insertOne({
    _id: `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${count}`,
    ...{ at: new Date(at), action: 'signed_out', outcome: 'done', address: null, request_id: null },
    ...{ actor: { kind: 'person', id: 'user-ada', name: 'ada@example.com' }, subject: null, view: null },
    ...{ changes: [], more_changes: 0, ...more },
  });
}

async function read(query = ''): Promise<AuditEntryPage> {
  const { status, body, text } = await admin.get<AuditEntryPage>(`${LOG}${query}`);
  if (status !== 200) throw new Error(`${query} answered ${status}: ${text}`);
  return body;
}

const times = ({ items }: AuditEntryPage) => items.map(({ at }) => at);

describe('the audit log', () => {
  it('is for super admins alone', async () => {
    const viewer = await product.app.signIn('signal@example.com');
    for (const path of [LOG, `${LOG}/export?format=csv`]) {
      expect((await viewer.get(path)).status).toBe(403);
      expect((await product.app.client().get(path)).status).toBe(401);
    }
  });

  it('is read as it was told', async () => {
    await admin.put(`/api/views/${signal}/targets`, { targets: { revenue_2026: { nov: 5 } } });
    const [newest] = (await read('?limit=1')).items;
    expect(newest).toMatchObject<Partial<AuditEntry>>({
      action: 'targets_changed',
      outcome: 'done',
      subject: { id: signal, name: 'Signal' },
      view: { id: signal, name: 'Signal' },
      changes: [{ field: 'revenue_2026.nov', before: null, after: 5, cut: false }],
      more_changes: 0,
    });
    expect(newest?.actor).toMatchObject({ kind: 'person', name: 'admin@example.com' });
    expect(Math.abs(Date.now() - Date.parse(newest?.at ?? ''))).toBeLessThan(60_000);
  });

  it('has pages, newest first, without a gap or a repetition', async () => {
    for (let day = 1; day <= 9; day += 1) await stored(`2025-03-0${day}T12:00:00Z`);
    const whole = await read('?from=2025-03-01&to=2025-03-31');
    expect(whole.total).toBe(9);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const after = cursor === '' ? '' : `&cursor=${cursor}`;
      const page: AuditEntryPage = await read(`?from=2025-03-01&to=2025-03-31&limit=4${after}`);
      seen.push(...times(page));
      cursor = page.next_cursor;
    }
    expect(seen).toEqual(times(whole));
    expect(seen).toEqual([...seen].sort().reverse());
  });

  it('is filtered by days of the installation', async () => {
    await stored('2025-06-30T21:59:59.999Z');
    await stored('2025-06-30T22:00:00.000Z');
    await stored('2025-07-01T21:59:59.999Z');
    await stored('2025-07-01T22:00:00.000Z');
    expect(times(await read('?from=2025-07-01&to=2025-07-01'))).toEqual([
      '2025-07-01T21:59:59.999Z',
      '2025-06-30T22:00:00.000Z',
    ]);
    expect(times(await read('?to=2025-06-30&from=2025-06-30'))).toEqual(['2025-06-30T21:59:59.999Z']);
  });

  it.each([
    ['actor=bob', ['bob@example.com']],
    ['actor=BOB%40EXAMPLE', ['bob@example.com']],
    ['actor=b.b', []],
    ['actor=schedule', ['schedule']],
    ['action=import_failed', ['schedule']],
    ['action=import_failed&action=data_uploaded', ['schedule', 'bob@example.com']],
    ['view=view-gone', ['bob@example.com']],
    ['q=DEALS.', ['bob@example.com']],
    ['q=deals..csv', []],
    ['q=%00', []],
    ['actor=%00', []],
    ['actor=bob&action=import_failed', []],
    ['q=%20', ['schedule', 'bob@example.com']],
  ])('is filtered by %s', async (query, expected) => {
    if ((await collection().countDocuments({ 'view.id': 'view-gone' })) === 0) {
      const file = { id: 'run-1', name: 'deals.csv' };
      const bob = { kind: 'person', id: 'user-bob', name: 'bob@example.com' };
      const view = { id: 'view-gone', name: 'Gone' };
      await stored('2025-08-01T10:00:00Z', { action: 'data_uploaded', actor: bob, subject: file, view });
      const nobody = { kind: 'schedule', id: null, name: null };
      await stored('2025-08-01T11:00:00Z', { action: 'import_failed', outcome: 'failed', actor: nobody });
    }
    const { items, total } = await read(`?from=2025-08-01&to=2025-08-31&${query}`);
    expect(items.map(({ actor }) => actor.name ?? actor.kind)).toEqual(expected);
    expect(total).toBe(expected.length);
  });

  it.each([
    'action=everything',
    'from=2025-02-30',
    'limit=0',
    'cursor=nonsense',
    'who=ada',
    'actor=a&actor=b',
  ])('refuses %s', async (query) => {
    expect((await admin.get<Problem>(`${LOG}?${query}`)).status).toBe(400);
  });

  it('is a file, filtered alike, in which nothing runs as a formula', async () => {
    const subject = { id: 'x', name: '=HYPERLINK("https://evil.example")' };
    const change = { field: 'reason', before: null, after: '@SUM(A1)' };
    await stored('2025-09-01T10:00:00Z', { action: 'sign_in_refused', subject, changes: [change] });
    const { status, bytes, headers } = await admin.download(
      `${LOG}/export?format=csv&from=2025-09-01&to=2025-09-01`,
    );
    const lines = bytes.toString('utf8').trimEnd().split('\r\n');
    expect([status, headers.get('content-disposition')]).toEqual([
      200,
      'attachment; filename="activity-from-2025-09-01-to-2025-09-01.csv"',
    ]);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('Time (UTC),Who,What');
    expect(lines[1]).toContain(AUDIT_ACTIONS.sign_in_refused.label);
    expect(lines[1]).toContain(`"'=HYPERLINK(`);
    expect(lines[1]).not.toMatch(/(^|,)"?[=@+]/);
    const workbook = await admin.download(`${LOG}/export?format=xlsx&from=2025-09-01&to=2025-09-01`);
    expect([workbook.status, workbook.bytes.subarray(0, 2).toString()]).toEqual([200, 'PK']);
  });
});

describe('how long it is kept', () => {
  it('is a setting, a month at least', async () => {
    const refused = await admin.put<Problem>('/api/settings/audit_days', { value: 7 });
    expect([refused.status, refused.body.detail]).toEqual([
      400,
      'The days of the audit log must be a whole number from 30 to 36,500.',
    ]);
  });

  it('what is older goes once, whichever process looks first, and it is told', async () => {
    const old = new Date(Date.now() - 45 * DAY_MS).toISOString();
    const young = new Date(Date.now() - 35 * DAY_MS).toISOString();
    await stored(old, { action: 'view_created' });
    await stored(young, { action: 'view_created' });
    expect((await admin.put('/api/settings/audit_days', { value: 40 })).status).toBe(200);
    const line = new Date(Date.now() - 40 * DAY_MS);
    const expected = await collection().countDocuments({ at: { $lt: line } });
    expect(expected).toBeGreaterThan(10);
    const sides = await Promise.all([startSide(product.database), startSide(product.database)]);
    const removed = await eventually(async () => {
      const told = await collection().find({ action: 'entries_removed' }).toArray();
      expect(told).toHaveLength(1);
      return told[0];
    });
    expect(times(await read('?action=view_created'))).toEqual([young]);
    expect(removed).toMatchObject({
      actor: { kind: 'installation' },
      changes: [
        { field: 'entries', before: null, after: expected },
        { field: 'older_than', before: null },
      ],
    });
    for (const side of sides) await stopSide(side);
    expect(await collection().countDocuments({ action: 'entries_removed' })).toBe(1);
  });

  it('two processes tell one log', async () => {
    const side = await startSide(product.database);
    await side.admin.put(`/api/views/${signal}/targets`, { targets: { revenue_2026: { dec: 9 } } });
    await admin.put(`/api/views/${signal}/targets`, { targets: { revenue_2026: { dec: 10 } } });
    const { items } = await read('?action=targets_changed&limit=2');
    expect(items.map(({ changes }) => changes[0]?.after)).toEqual([10, 9]);
    await stopSide(side);
  });
});
