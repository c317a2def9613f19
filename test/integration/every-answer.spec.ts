import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type BoardVersionPage,
  type CallerKind,
  type DealRecordPage,
  holds,
  type IngestionRunPage,
  type MadeApiToken,
  SOMEBODY,
  type View,
} from '@app/contracts';
import {
  addressesOf,
  type ApiDocument,
  type Fillings,
  type Operation,
  readsOf,
} from '../support/api-document.js';
import { AnswerShapes } from '../support/answer-shapes.js';
import { type Answer, type Client, type RunningApp, startApp } from '../support/app.js';
import { Program } from '../support/program.js';
import { listen } from '../support/events.js';
import { eventually } from '../support/eventually.js';
import { aSharedPage } from '../support/saved-pages.js';
import { ingest, uploaded, viewNamed, viewsOf } from '../support/views.js';

const SHEETS = join(import.meta.dirname, '..', 'data');
const YEAR = new Date().getUTCFullYear();
const NOBODY = 'nobody';
const DEMO = 'demo@example.com';
const TOKEN = 'a token to read';
const KINDS: Record<string, CallerKind> = {
  'admin@example.com': 'super_admin',
  [DEMO]: 'demo',
  [TOKEN]: 'token_to_read',
};
const kindOf = (asker: string): CallerKind => KINDS[asker] ?? 'viewer';

/** Who asks, and names of views that they open and do not open. */
const PEOPLE: readonly { email: string; opens: readonly string[]; closed?: string }[] = [
  { email: 'admin@example.com', opens: ['Organic', 'Master'] },
  { email: 'organic@example.com', opens: ['Organic'], closed: 'Signal' },
  { email: 'master@example.com', opens: ['Master'], closed: 'Organic' },
  { email: DEMO, opens: ['Market', 'Master'] },
  { email: TOKEN, opens: ['Market'] },
];

let app: RunningApp;
let admin: Client;
let document: ApiDocument;
let shapes: AnswerShapes;
let views: ReadonlyMap<string, View>;

beforeAll(async () => {
  app = await startApp({ env: { SEED: 'sample', MONGO_URL: '', AUTH_DEMO: '1' } });
  admin = await app.signIn('admin@example.com');
  document = (await admin.get<ApiDocument & Record<string, unknown>>('/api/openapi.json')).body;
  shapes = new AnswerShapes(document);
  await eventually(async () => {
    views = await viewsOf(admin);
    expect([...views.values()].every(({ data }) => data.sample && data.records_count > 0)).toBe(true);
  });
  await makeHistory();
});

afterAll(() => app.stop());

/** Changes, a report with findings and a held run: what lists of a new installation do not have. */
async function makeHistory(): Promise<void> {
  await admin.put('/api/settings/revenue_span', { value: 'half' });
  await admin.put('/api/settings/revenue_span', { value: null });
  for (const name of ['Organic', 'Market']) {
    const { id } = viewNamed(views, name);
    expect((await ingest(admin, id, 'market.csv', read('market.csv'))).status).toBe('published');
    expect((await ingest(admin, id, 'messy.csv', read('messy.csv'))).status).toBe('published');
    expect((await uploaded(admin, id, 'market.csv', read('market.csv'))).status).toBe('held');
    // With the sample go its targets: that is nobody's change.
    await admin.put(`/api/views/${id}/targets`, { targets: { intro_poa: { poa: 6 } } });
    await admin.put(`/api/views/${id}/reading`, { date_order: 'day_first' });
    await admin.patch(`/api/views/${id}`, { assigned_user: 'signal@example.com' });
    const { id: saved_page_id } = await aSharedPage(admin, id);
    await admin.put('/api/start-page', { saved_page_id });
  }
}

const read = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(join(SHEETS, name)));

async function signedIn(email: string): Promise<Client> {
  if (email === TOKEN) return withToken();
  if (email !== DEMO) return app.signIn(email);
  const client = app.client();
  await client.get('/api/auth/config');
  await client.post('/api/auth/demo');
  return client;
}

async function withToken(): Promise<Client> {
  const wanted = {
    name: TOKEN,
    views: [viewNamed(views, 'Market').id],
    rights: ['read'],
    expires_in_days: 1,
  };
  const { body } = await admin.post<MadeApiToken>('/api/tokens', wanted);
  return new Program(app.address, body.secret);
}

/** Saves boards where there are none yet; answers ids of their versions. */
async function savedBoards(client: Client, { id }: View): Promise<string[]> {
  const owner = await app.signIn('asher@primelis.com');
  const boards = [
    [client, `/api/views/${id}/preferences/projections`, 'next_14_days'],
    [client, `/api/views/${id}/preferences/pipeline`, 'legal'],
    [owner, `/api/views/${id}/asher-pov`, 'next_30_60_days'],
  ] as const;
  const versions = boards.map(async ([writer, path, column]) => {
    await writer.put(path, {
      preferences: { [column]: [{ id: 'deal', client: 'Acme Corp', hidden: true }] },
    });
    return (await client.get<BoardVersionPage>(`${path}/versions`)).body.items.map((version) => version.id);
  });
  return (await Promise.all(versions)).flat();
}

/** Values for the parameters whose values the document does not list. */
async function fillingsFor(client: Client, view: View): Promise<Fillings> {
  const [deals, runs, versions] = await Promise.all([
    client.get<DealRecordPage>(`/api/views/${view.id}/records?limit=3`),
    client.get<IngestionRunPage>(`/api/views/${view.id}/ingestions`),
    savedBoards(client, view),
  ]);
  const [deal] = deals.body.items;
  return {
    viewId: [view.id],
    from: [`${YEAR}-01-01`],
    to: [`${YEAR}-12-31`, `${YEAR}-01-31`],
    as_of: [`${YEAR}-03-31`, `${YEAR + 5}-01-01`],
    // The order changes no shape.
    sort: ['-client'],
    limit: ['1', '500'],
    cursor: ['nonsense'],
    q: ['a'],
    dealId: deals.body.items.map(({ id }) => id).concat('unknown'),
    source: deal ? [deal.view_id] : [],
    run: runs.body.items.map(({ id }) => id).concat('unknown'),
    version: [...versions, 'unknown'],
    owner: deal?.owner ? [deal.owner] : [],
    stage: ['', 'A Closed'],
  };
}

/** An answer that is still right is a 304 without a body. */
async function askAgain(client: Client, address: string, operation: Operation, { headers }: Answer) {
  const tag = headers.get('etag');
  if (!tag || !('304' in operation.responses)) return {};
  const again = await client.get(address, { 'if-none-match': tag });
  const found = [...shapes.faultsOf(operation, again), ...(again.status === 304 ? [] : ['304 was expected'])];
  return found.length > 0 ? { [`${address} again`]: found } : {};
}

/** Asks everything of one operation; answers faults by address, and which statuses came. */
async function ask(client: Client, path: string, operation: Operation, fillings: Fillings) {
  const faults: Record<string, string[]> = {};
  const statuses = new Set<number>();
  const told = new Set<string>();
  let isFirst = true;
  for (const address of addressesOf(path, operation, fillings)) {
    const answer = await client.get(address);
    const found = shapes.faultsOf(operation, answer);
    statuses.add(answer.status);
    if (found.length > 0) faults[address] = found;
    for (const name of peopleIn(answer.text)) told.add(name);
    if (isFirst) Object.assign(faults, await askAgain(client, address, operation, answer));
    isFirst = false;
  }
  return { faults, statuses, told };
}

/** Addresses of people, and what stands in place of one; no sheet that this test reads has either. */
const peopleIn = (text: string): string[] =>
  text.match(new RegExp(`[\\w.+-]+@[\\w-]+\\.\\w+|"${SOMEBODY}"`, 'g')) ?? [];

/** Whether answers of an operation say who did something. */
function tellsOfSomebody({ responses }: Operation): boolean {
  const reached = new Set<string>();
  const reach = (schema: unknown): void => {
    for (const [, name = ''] of JSON.stringify(schema ?? {}).matchAll(/schemas\/([\w.-]+)/g)) {
      if (reached.has(name)) continue;
      reached.add(name);
      reach(document.components.schemas[name]);
    }
  };
  reach(responses['200']);
  return reached.has('Who');
}

/** What is answered in place of 200: a viewer is not told everything, Master has neither imports nor revisions. */
function refusalOf(path: string, operation: Operation, email: string, view: string): number | undefined {
  const right = operation['x-right'];
  if (right && !holds({ kinds: [kindOf(email)] }, right)) return 403;
  if (view !== 'Master') return undefined;
  if (path.includes('{run}')) return 404;
  return path.endsWith('{viewId}/changes') ? 422 : undefined;
}

/**
 * Who learns nothing of people is told nobody's address but their own, and is told that there is somebody wherever the
 * answer has a place for it. On the machine itself anybody is told whom one can sign in as.
 */
function expectNobody(email: string, people: ReadonlyMap<string, ReadonlySet<string>>): void {
  const expected = readsOf(document).flatMap(([path, operation]) => {
    const right = operation['x-right'];
    const isFor = right !== undefined && holds({ kinds: [kindOf(email)] }, right);
    return isFor && tellsOfSomebody(operation) ? [path] : [];
  });
  const told = [...people].filter(([path]) => path !== '/api/auth/config');
  const addresses = new Set(told.flatMap(([, somebody]) => [...somebody]));
  addresses.delete(email);
  expect(addresses).toEqual(new Set([`"${SOMEBODY}"`]));
  const named = told.filter(([, somebody]) => somebody.has(`"${SOMEBODY}"`)).map(([path]) => path);
  expect(named).toEqual(expected);
  expect(expected.length).toBeGreaterThan(8);
}

/** Where a person is on the way, the answer leads on. */
const usualOf = ({ responses }: Operation): number => ('302' in responses ? 302 : 200);

describe('every answer to a GET is what the OpenAPI document says', () => {
  it.each(PEOPLE)('for $email', async ({ email, opens }) => {
    const client = await signedIn(email);
    const people = new Map<string, Set<string>>();
    const toldOf = (path: string) => people.get(path) ?? people.set(path, new Set()).get(path) ?? new Set();
    for (const name of opens) {
      const fillings = await fillingsFor(email === TOKEN ? admin : client, viewNamed(views, name));
      for (const [path, operation] of readsOf(document)) {
        const { faults, statuses, told } = await ask(client, path, operation, fillings);
        told.forEach((somebody) => toldOf(path).add(somebody));
        expect({ path, faults }).toEqual({ path, faults: {} });
        // A walk that meets nothing but refusals has seen no answer.
        const expected = refusalOf(path, operation, email, name) ?? usualOf(operation);
        expect({ path, isMet: statuses.has(expected) }).toEqual({ path, isMet: true });
      }
    }
    if (!holds({ kinds: [kindOf(email)] }, 'know_people')) expectNobody(email, people);
  });

  it('of which those that are not for people name nobody as things happen either', async () => {
    const listener = await listen(await signedIn(DEMO));
    await eventually(() => expect(listener.runs().map((run) => run.status)).toContain('held'));
    expect(listener.published()).not.toEqual([]);
    expect(new Set(peopleIn(listener.text()))).toEqual(new Set([`"${SOMEBODY}"`]));
    await listener.leave();
  });

  it('has a tag of its own where something is left out of it', async () => {
    const { id } = viewNamed(views, 'Market');
    const demo = await signedIn(DEMO);
    for (const path of [`/api/views/${id}/targets`, `/api/views/${id}/asher-pov`]) {
      const tag = (await admin.get(path)).headers.get('etag') ?? '';
      const told = await demo.get(path, { 'if-none-match': tag });
      expect([path, told.status]).toEqual([path, 200]);
      const own = told.headers.get('etag') ?? '';
      expect((await demo.get(path, { 'if-none-match': own })).status).toBe(304);
      expect((await admin.get(path, { 'if-none-match': own })).status).toBe(200);
    }
  });

  it.each(PEOPLE.filter(({ closed }) => closed))(
    'for $email about $closed',
    async ({ email, closed = '' }) => {
      const fillings = await fillingsFor(admin, viewNamed(views, closed));
      const client = await signedIn(email);
      for (const [path, operation] of readsOf(document)) {
        if (!path.includes('{viewId}')) continue;
        const { faults, statuses } = await ask(client, path, operation, fillings);
        expect({ path, faults, statuses: [...statuses] }).toEqual({ path, faults: {}, statuses: [404] });
      }
    },
  );

  it(`for ${NOBODY}`, async () => {
    const fillings = await fillingsFor(admin, viewNamed(views, 'Organic'));
    for (const [path, operation] of readsOf(document)) {
      const { faults, statuses } = await ask(app.client(), path, operation, fillings);
      const expected = '401' in operation.responses ? 401 : usualOf(operation);
      expect({ path, faults, statuses: [...statuses] }).toEqual({ path, faults: {}, statuses: [expected] });
    }
  });

  it('for a parameter that does not exist', async () => {
    const fillings = await fillingsFor(admin, viewNamed(views, 'Organic'));
    for (const [path, operation] of readsOf(document)) {
      // Probes and Google add what they like.
      if (operation.tags.includes('health') || path.endsWith('/callback')) continue;
      const [address = ''] = addressesOf(path, operation, fillings);
      const answer = await admin.get(`${address}${address.includes('?') ? '&' : '?'}nonsense=1`);
      expect({ path, status: answer.status, faults: shapes.faultsOf(operation, answer) }).toEqual({
        path,
        status: 400,
        faults: [],
      });
    }
  });
});

describe('the examples of the OpenAPI document', () => {
  it('have the shapes beside which they stand', () => {
    const faults = readsOf(document).flatMap(([path, { responses }]) =>
      Object.entries(responses).flatMap(([status, { content = {} }]) =>
        Object.values(content).flatMap(({ schema, example }) =>
          example === undefined
            ? []
            : shapes.faultsIn(schema, example).map((fault) => `${path} ${status} ${fault}`),
        ),
      ),
    );
    expect(faults).toEqual([]);
  });
});

describe('the comparison', () => {
  const operation: Operation = {
    tags: [],
    responses: {
      200: {
        content: {
          'application/json': {
            schema: { type: 'object', properties: { a: { type: 'integer' } }, required: ['a'] },
          },
        },
      },
    },
  };
  const faults = (body: unknown, status = 200) =>
    shapes.faultsOf(operation, {
      status,
      headers: new Headers({ 'content-type': 'application/json; charset=utf-8' }),
      body: {},
      text: JSON.stringify(body),
    });

  it('takes no other type, nothing missing, nothing more and no other status', () => {
    expect(faults({ a: 1 })).toEqual([]);
    for (const wrong of [{ a: 1.5 }, {}, { a: 1, b: 2 }]) expect(faults(wrong)).toHaveLength(1);
    expect(faults({ a: 1 }, 201)).toHaveLength(1);
  });

  it('does not pass over a route whose parameters it cannot fill', () => {
    const unknown = {
      ...operation,
      parameters: [{ name: 'odd', in: 'path' as const, schema: { type: 'string' } }],
    };
    expect(() => addressesOf('/api/{odd}', unknown, {})).toThrow(
      '/api/{odd}: the spec knows no value for odd',
    );
  });
});
