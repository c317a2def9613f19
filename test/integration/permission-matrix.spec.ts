import type { BoardVersionPage, IngestionRun, MadeApiToken, Problem, View } from '@app/contracts';
import type { ApiDocument, Fillings } from '../support/api-document.js';
import { ADMIN, type Callers, type Credentials, everyCaller } from '../support/callers.js';
import {
  fullRequest,
  idleRequest,
  type NamedOperation,
  operationsOf,
  type Request,
} from '../support/matrix-requests.js';
import { type Cell, readPermissions } from '../support/permissions.js';
import { aBoard, POV_OWNER, ProductWithBoards, saveBoard } from '../support/product-with-boards.js';
import { aSharedPage } from '../support/saved-pages.js';
import { sheetOf } from '../support/sheets.js';
import { storedState } from '../support/stored-state.js';
import { ingest, previewed, runEnded } from '../support/views.js';

/*
 * The table is a second opinion: it was written from what the product is for (docs/domain.md, section 7), not from the
 * rules in the code. Where a caller is refused, the request is one that would change something; where one gets in, a
 * write asks for nothing: `ok` says that nobody was refused for being who they are.
 */
const { callers: NAMES, rows } = readPermissions();
const OPENED = 'Signal';
const OTHER = 'Market';
/** They end the session that they come with, or all others of its person: each gets a new one, after all others. */
const ENDING = new Set(['POST /api/auth/demo', 'POST /api/auth/logout', 'DELETE /api/auth/sessions']);
/** Ids that nothing has. */
const NOWHERE = {
  run: 'run-x',
  version: 'version-x',
  sessionId: 'session-x',
  tokenId: 'token-x',
  savedPageId: 'saved-page-x',
};

let product: ProductWithBoards;
let operations: readonly NamedOperation[];
let callers: Callers;
let there: (name: string) => Fillings;
let nowhere: Fillings;
/** Best status of each operation so far. */
const best = new Map<string, number>();

beforeAll(async () => {
  product = await ProductWithBoards.start({ AUTH_DEMO: '1' });
  callers = everyCaller(product.running, { opened: product.idOf(OPENED), other: product.idOf(OTHER) });
  // Of its own: it ends all other sessions that it has.
  const boss = { email: ADMIN, name: 'Boss', role: 'super_admin', view_access: [] };
  await product.admin.post('/api/users', boss);
  const { body } = await product.admin.get<ApiDocument>('/api/openapi.json');
  operations = operationsOf(body);
  await furnish();
});
afterAll(() => product.stop());

/** Something of every kind, so that a request that should be refused would change it. */
async function furnish(): Promise<void> {
  const { admin } = product;
  const view = product.idOf(OPENED);
  const first = await ingest(admin, view, 'first.csv', sheetOf([{ client: 'Acme' }, { client: 'Bolt' }]));
  const second = await ingest(admin, view, 'second.csv', sheetOf([{ client: 'Acme' }, { client: 'Cora' }]));
  const asked: IngestionRun[] = [];
  // One after the other: a later one would take the place of one that waits.
  for (const client of ['Dune', 'Echo', 'Faro'])
    asked.push(await previewed(admin, view, 'next.csv', sheetOf([{ client: 'Acme' }, { client }])));
  await admin.put(`/api/views/${view}/targets`, { targets: { intro_poa: { poa: 15 } } });
  const owner = await product.signIn(POV_OWNER);
  const viewer = await product.signIn('signal@example.com');
  await saveBoard(owner, product.pathOf(OPENED, 'pov'), aBoard('a'));
  await saveBoard(viewer, product.pathOf(OPENED), aBoard('b'));
  const savedPage = await aSharedPage(viewer, view);
  const [pov, board] = [
    await viewer.get<BoardVersionPage>(`${product.pathOf(OPENED, 'pov')}/versions`),
    await viewer.get<BoardVersionPage>(`${product.pathOf(OPENED)}/versions`),
  ];
  const gone = (await admin.post<View>('/api/views', { name: 'Gone' })).body;
  await admin.delete(`/api/views/${gone.id}?confirm=Gone`);
  const token = { name: 'Kept', views: [view], rights: ['read'], expires_in_days: 1 };
  const { body: made } = await admin.post<MadeApiToken>('/api/tokens', token);
  const user = await product.collection('users').findOne({ email: 'organic@example.com' });
  const session = await product
    .collection('user_sessions')
    .findOne({ user_id: String((await product.collection('users').findOne({ email: POV_OWNER }))?.id) });
  const deal = await admin.get<{ items: { id: string }[] }>(`/api/views/${view}/records`);
  const shared = {
    viewId: [view],
    from: ['2026-07-01'],
    to: ['2026-12-31'],
    key: ['revenue_span'],
    q: ['acme'],
  };
  const runs: Record<string, string | undefined> = {
    'DELETE /api/views/{viewId}/ingestions/{run}': asked[0]?.id,
    'POST /api/views/{viewId}/ingestions/{run}/preview': asked[1]?.id,
    'POST /api/views/{viewId}/ingestions/{run}/publish': asked[2]?.id,
    'POST /api/views/{viewId}/ingestions/{run}/rollback': first.id,
  };
  there = (name) => ({
    ...shared,
    dealId: [deal.body.items[0]?.id ?? ''],
    run: [runs[name] ?? second.id],
    revision: ['0'],
    version: [(name.includes('asher-pov') ? pov : board).body.items[0]?.id ?? ''],
    archivedId: [gone.id],
    tokenId: [made.token.id],
    savedPageId: [savedPage.id],
    userId: [String(user?.id)],
    sessionId: [String(session?.id)],
  });
  nowhere = {
    ...shared,
    ...Object.fromEntries(Object.entries(NOWHERE).map(([name, id]) => [name, [id]])),
    dealId: ['deal-x'],
    revision: ['999999'],
    archivedId: ['view-x'],
    userId: ['user-x'],
  };
}

/** Reads and refused requests name what is there. */
function requestOf(operation: NamedOperation, expected: Cell): Request {
  const { name } = operation;
  if (expected === 'ok' && !name.startsWith('GET')) return idleRequest(operation, nowhere);
  const request = fullRequest(operation, there(name));
  if (name === 'DELETE /api/views/{viewId}')
    return { ...request, address: `${request.address}?confirm=${OPENED}` };
  return typeof request.body === 'string' ? { ...request, body: withRealNames(name, request.body) } : request;
}

/** The examples of the document name a view that is not here, and whom and what other examples add. */
function withRealNames(name: string, body: string): string {
  if (name === 'POST /api/tokens') return body.replace('view-signal-1767225600', product.idOf(OPENED));
  if (name === 'PUT /api/start-page') return JSON.stringify({ saved_page_id: there(name).savedPageId?.[0] });
  if (name === 'POST /api/invitations') return body.replace('ada@', 'grace@');
  if (name === 'POST /api/views') return body.replace('Partners', 'Agencies');
  return name === 'PATCH /api/views/{viewId}' ? body.replace('Acquisition', OPENED) : body;
}

async function answerTo({ method, address, ...sent }: Request, credentials: Credentials) {
  const headers = { ...sent.headers, ...credentials };
  const url = product.running.app.address + address;
  const response = await fetch(url, { method, headers, body: sent.body, redirect: 'manual' });
  const { status } = response;
  if (!response.headers.get('content-type')?.startsWith('text/event-stream'))
    return { status, text: await response.text() };
  await response.body?.cancel();
  return { status, text: '' };
}

/** What an answer says in the words of the table; anything else as it is. */
async function cellOf(name: string, request: Request, credentials: Credentials): Promise<string> {
  const { status, text } = await answerTo(request, credentials);
  if (status < 400) best.set(name, status);
  const { detail = '' } = status < 400 ? {} : (JSON.parse(text) as Partial<Problem>);
  if (status === 401) return '401';
  if (status === 403) return detail.startsWith('The CSRF token') ? 'csrf' : '403';
  if (status === 404) return detail.includes(`no view "${product.idOf(OPENED)}"`) ? '404' : 'ok';
  const isOfRequest = status < 400 || [400, 409, 412, 415, 422].includes(status);
  return isOfRequest ? 'ok' : `${status} ${text}`;
}

/** The cells of one caller that are refused, or are not. */
const cellsOf = (caller: string, isRefused: boolean) =>
  rows.flatMap(({ name, cells }) => {
    const expected = cells.get(caller) ?? 'ok';
    const operation = operations.find((each) => each.name === name);
    return operation && (expected !== 'ok') === isRefused ? [{ name, expected, operation }] : [];
  });

type Asked = ReturnType<typeof cellsOf>[number];

/** What differs from the table. */
async function faultsOf(asked: readonly Asked[], as: () => Promise<Credentials>): Promise<string[]> {
  const faults: string[] = [];
  let credentials = await as();
  for (const { name, expected, operation } of asked) {
    if (ENDING.has(name)) credentials = await as();
    const found = await cellOf(name, requestOf(operation, expected), credentials);
    if (found !== expected) faults.push(`${name}: ${found}, not ${expected}`);
  }
  return faults;
}

describe('the table', () => {
  it('has a row for every operation of the document, once, and no other', () => {
    expect(rows.map(({ name }) => name).toSorted()).toEqual(operations.map(({ name }) => name).toSorted());
  });

  it('has a column for every kind of caller, and enough cells to say something', () => {
    expect(NAMES).toEqual(Object.keys(callers));
    expect(rows.length * NAMES.length).toBeGreaterThanOrEqual(600);
  });
});

describe('is refused and changes nothing', () => {
  it.each(NAMES)('%s', async (caller) => {
    const credentials = await callers[caller]?.();
    const before = await storedState(product.running.database.db);
    const asked = cellsOf(caller, true);
    const faults = await faultsOf(asked, () => Promise.resolve(credentials ?? {}));
    expect(faults).toEqual([]);
    expect(await storedState(product.running.database.db)).toEqual(before);
  });
});

describe('gets in', () => {
  it.each(NAMES)('%s', async (caller) => {
    const make = callers[caller];
    if (!make) throw new Error(`Nobody makes a ${caller}.`);
    const asked = cellsOf(caller, false);
    const [last, first] = [true, false].map((isLast) =>
      asked.filter(({ name }) => ENDING.has(name) === isLast),
    );
    expect(await faultsOf([...(first ?? []), ...(last ?? [])], make)).toEqual([]);
  });

  it('and reads something from every operation that reads', () => {
    const reads = operations.filter(({ method, name }) => method === 'GET' && name !== 'GET /api/events');
    expect(reads.map(({ name }) => name).filter((name) => !best.has(name))).toEqual([]);
  });
});

/** What others may not do is refused by whose it is; a refresh would ask Google. */
const isLeftOut = (name: string): boolean => /\/(auth|preferences|refresh)(\/|$)/.test(name);
const idIn = (text: string): string => (JSON.parse(text) as IngestionRun).id;
/** Takes away what others of these requests are about. */
const isLast = (name: string): boolean => /^DELETE .*(users\/\{userId\}|views\/\{viewId\})$/.test(name);

describe('what was refused', () => {
  it('would have been done for who may', async () => {
    const refused = rows.filter(
      ({ name, cells }) => !name.startsWith('GET') && !isLeftOut(name) && [...cells.values()].includes('403'),
    );
    const ordered = [false, true].flatMap((last) => refused.filter(({ name }) => isLast(name) === last));
    const statuses: Record<string, number> = {};
    for (const { name, cells } of ordered) {
      const operation = operations.find((each) => each.name === name);
      const may = cells.get('admin') === 'ok' ? 'admin' : 'owner';
      if (!operation) continue;
      const { status, text } = await answerTo(requestOf(operation, '403'), (await callers[may]?.()) ?? {});
      // Only so many wait for their turn.
      if (status === 202) await runEnded(product.admin, product.idOf(OPENED), idIn(text));
      statuses[`${name} ${status < 300 ? '' : text}`] = status;
    }
    expect(Object.entries(statuses).filter(([, status]) => status >= 300)).toEqual([]);
    expect(Object.keys(statuses).length).toBeGreaterThan(25);
  });
});
