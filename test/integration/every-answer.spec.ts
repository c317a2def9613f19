import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type BoardVersionPage,
  type CallerKind,
  type DealRecordPage,
  holds,
  type IngestionRunPage,
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
import { eventually } from '../support/eventually.js';
import { ingest, uploaded, viewNamed, viewsOf } from '../support/views.js';

const SHEETS = join(import.meta.dirname, '..', 'data');
const YEAR = new Date().getUTCFullYear();
const NOBODY = 'nobody';
const KINDS: Record<string, CallerKind> = { 'admin@example.com': 'super_admin', 'demo@example.com': 'demo' };

/** Who asks, and names of views that they open and do not open. */
const PEOPLE: readonly { email: string; opens: readonly string[]; closed?: string }[] = [
  { email: 'admin@example.com', opens: ['Organic', 'Master'] },
  { email: 'organic@example.com', opens: ['Organic'], closed: 'Signal' },
  { email: 'master@example.com', opens: ['Master'], closed: 'Organic' },
  { email: 'demo@example.com', opens: ['Market', 'Master'] },
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
  const { id } = viewNamed(views, 'Organic');
  await admin.put(`/api/views/${id}/targets`, { targets: { meeting_generation: { inbound: 6 } } });
  await admin.put('/api/settings/revenue_span', { value: 'half' });
  await admin.put('/api/settings/revenue_span', { value: null });
  expect((await ingest(admin, id, 'messy.csv', read('messy.csv'))).status).toBe('published');
  expect((await uploaded(admin, id, 'market.csv', read('market.csv'))).status).toBe('held');
}

const read = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(join(SHEETS, name)));

async function signedIn(email: string): Promise<Client> {
  if (email !== 'demo@example.com') return app.signIn(email);
  const client = app.client();
  await client.get('/api/auth/config');
  await client.post('/api/auth/demo');
  return client;
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
  let isFirst = true;
  for (const address of addressesOf(path, operation, fillings)) {
    const answer = await client.get(address);
    const found = shapes.faultsOf(operation, answer);
    statuses.add(answer.status);
    if (found.length > 0) faults[address] = found;
    if (isFirst) Object.assign(faults, await askAgain(client, address, operation, answer));
    isFirst = false;
  }
  return { faults, statuses };
}

/** What is answered in place of 200: a viewer is not told everything, Master has neither imports nor revisions. */
function refusalOf(path: string, operation: Operation, email: string, view: string): number | undefined {
  const right = operation['x-right'];
  if (right && !holds({ kinds: [KINDS[email] ?? 'viewer'] }, right)) return 403;
  if (view !== 'Master') return undefined;
  if (path.includes('{run}')) return 404;
  return path.endsWith('{viewId}/changes') ? 422 : undefined;
}

/** Where a person is on the way, the answer leads on. */
const usualOf = ({ responses }: Operation): number => ('302' in responses ? 302 : 200);

describe('every answer to a GET is what the OpenAPI document says', () => {
  it.each(PEOPLE)('for $email', async ({ email, opens }) => {
    const client = await signedIn(email);
    for (const name of opens) {
      const fillings = await fillingsFor(client, viewNamed(views, name));
      for (const [path, operation] of readsOf(document)) {
        const { faults, statuses } = await ask(client, path, operation, fillings);
        expect({ path, faults }).toEqual({ path, faults: {} });
        // A walk that meets nothing but refusals has seen no answer.
        const expected = refusalOf(path, operation, email, name) ?? usualOf(operation);
        expect({ path, isMet: statuses.has(expected) }).toEqual({ path, isMet: true });
      }
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
