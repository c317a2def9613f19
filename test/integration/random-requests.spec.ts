import type { BoardVersionPage } from '@app/contracts';
import fc from 'fast-check';
import { AnswerShapes } from '../support/answer-shapes.js';
import type { ApiDocument, Fillings } from '../support/api-document.js';
import { type Credentials, everyCaller } from '../support/callers.js';
import { randomAddress, randomBodyLike } from '../support/fuzz/parameters.js';
import { fullRequest, type NamedOperation, operationsOf, type Request } from '../support/matrix-requests.js';
import { aBoard, ProductWithBoards, saveBoard } from '../support/product-with-boards.js';
import { aSharedPage } from '../support/saved-pages.js';
import { sheetOf } from '../support/sheets.js';
import { ingest } from '../support/views.js';

/** Requests of each operation for each caller; `npm run soak` sends many more. */
const COUNT = Number(process.env.REQUESTS ?? 5);
const SEED = Number(process.env.REQUESTS_SEED ?? 1);
/** All of them, or those that are named, so that a long run can be taken in parts. */
const ROLES = chosenOf(
  ['nobody', 'demo', 'stranger', 'viewer', 'owner', 'admin', 't-read', 't-upload'],
  process.env.REQUESTS_AS,
);
/**
 * They end sessions, of whoever asks or of others who ask here as well; a stream does not end; a refresh would ask
 * Google.
 */
const LEFT_OUT = new Set([
  'POST /api/auth/demo',
  'POST /api/auth/local',
  'POST /api/auth/logout',
  'DELETE /api/auth/sessions',
  'GET /api/events',
  'POST /api/views/{viewId}/refresh',
]);

function chosenOf(all: readonly string[], named = all.join()): readonly string[] {
  const chosen = named.split(',');
  const unknown = chosen.filter((role) => !all.includes(role));
  if (unknown.length > 0) throw new Error(`REQUESTS_AS: ${unknown.join()} is none of ${all.join()}.`);
  return chosen;
}

let product: ProductWithBoards;
let operations: readonly NamedOperation[];
let shapes: AnswerShapes;
let there: Fillings;
const credentials = new Map<string, Credentials>();

beforeAll(async () => {
  product = await ProductWithBoards.start({ AUTH_DEMO: '1', SIGN_IN_LIMIT: '1000000' });
  const { body } = await product.admin.get<ApiDocument>('/api/openapi.json');
  shapes = new AnswerShapes(body);
  operations = operationsOf(body).filter(({ name }) => !LEFT_OUT.has(name));
  const [opened, other] = [product.idOf('Signal'), product.idOf('Market')];
  const sheet = sheetOf([
    { client: 'Acme', owner: 'Ann' },
    { client: 'Bolt', source: 'Inbound' },
  ]);
  const run = await ingest(product.admin, opened, 'deals.csv', sheet);
  await saveBoard(product.admin, product.pathOf('Signal'), aBoard('a'));
  const versions = await product.admin.get<BoardVersionPage>(`${product.pathOf('Signal')}/versions`);
  const deals = await product.admin.get<{ items: { id: string }[] }>(`/api/views/${opened}/records`);
  there = {
    viewId: [opened, product.idOf('Master')],
    run: [run.id],
    version: versions.body.items.map(({ id }) => id),
    dealId: deals.body.items.map(({ id }) => id),
    revision: ['0', '1'],
    from: ['2026-01-01', '2026-07-01'],
    to: ['2026-12-31'],
    as_of: ['2026-11-22'],
    owner: ['Ann', ''],
    q: ['acme'],
    limit: ['1', '20'],
    sort: ['-client', 'client'],
    savedPageId: [(await aSharedPage(product.admin, opened)).id, 'nothing'],
    // Nobody is to be removed who asks here.
    ...Object.fromEntries(
      ['userId', 'sessionId', 'tokenId', 'archivedId'].map((name) => [name, ['nothing']]),
    ),
  };
  const callers = everyCaller(product.running, { opened, other });
  const boss = { email: 'boss@example.com', name: 'Boss', role: 'super_admin', view_access: [] };
  await product.admin.post('/api/users', boss);
  for (const role of ROLES) credentials.set(role, (await callers[role]?.()) ?? {});
});
afterAll(() => product.stop());

async function answerTo({ method, address, body, ...sent }: Request, by: Credentials) {
  const url = product.running.app.address + address;
  const headers = { ...sent.headers, ...by };
  const answer = await fetch(url, { method, headers, body, redirect: 'manual' });
  return { status: answer.status, headers: answer.headers, body: {}, text: await answer.text() };
}

/** Requests of an operation, with bodies like the one that the document shows. */
function requestsOf(operation: NamedOperation): fc.Arbitrary<Request> {
  const usual = fullRequest(operation, { ...there, code: ['no_owner'] });
  const body = usual.body;
  const bodies =
    typeof body === 'string'
      ? randomBodyLike(JSON.parse(body)).map((like) => JSON.stringify(like))
      : fc.constant(body);
  return fc
    .tuple(randomAddress(operation, there), bodies)
    .map(([address, like]) => ({ ...usual, address, body: like }));
}

describe('a random request is answered as the document says, and never with a 5xx', () => {
  it.each(ROLES)(
    'to %s',
    async (role) => {
      const by = credentials.get(role) ?? {};
      for (const operation of operations)
        await fc.assert(
          fc.asyncProperty(requestsOf(operation), async (request) => {
            const answer = await answerTo(request, by);
            const faults = shapes.faultsOf(operation.operation, answer);
            expect([operation.name, request, faults]).toEqual([operation.name, request, []]);
            expect(answer.status).toBeLessThan(500);
          }),
          { numRuns: COUNT, seed: SEED },
        );
    },
    3_600_000,
  );
});
