import { type Answer, type Client, type RunningApp, startApp } from '../support/app.js';
import { type Body, hostileBodies, randomBody } from '../support/fuzz/bodies.js';
import { randomForm } from '../support/fuzz/forms.js';
import { randomHead } from '../support/fuzz/heads.js';
import { Random } from '../support/fuzz/random.js';
import { answerOn, openSocket } from '../support/raw.js';
import { spoolIsEmpty } from '../support/spool.js';
import { viewNamed, viewsOf } from '../support/views.js';

/** Requests of each kind; `npm run soak` sends many more. */
const COUNT = Number(process.env.FUZZ ?? 10);
const SEED = Number(process.env.FUZZ_SEED ?? 1);
/** Processor time of one body; the measure of a soak, far above it a guard elsewhere. */
const MAX_MS = Number(process.env.FUZZ_MAX_MS ?? 2_000);
// As an address: a path may hold blanks.
const METER = new URL('../support/fuzz/cost-meter.mjs', import.meta.url).href;
const WRITES = ['post', 'put', 'patch', 'delete'] as const;
const LARGEST_ANSWER = 16_384;

interface Route {
  readonly method: string;
  readonly path: string;
  /** Keys of its body. */
  readonly known: readonly string[];
}

interface Operation {
  requestBody?: { content: Record<string, { schema?: { $ref?: string } }> };
}
interface Document {
  paths: Record<string, Partial<Record<(typeof WRITES)[number], Operation>>>;
  components: { schemas: Record<string, { properties?: Record<string, unknown> }> };
}

let app: RunningApp;
let admin: Client;
let anonymous: Client;
let viewId: string;
let routes: Route[];

beforeAll(async () => {
  app = await startApp({
    env: {
      UPLOAD_LIMIT_MIB: '1',
      SIGN_IN_LIMIT: '1000000',
      NODE_OPTIONS: `--import ${METER}`,
    },
  });
  admin = await app.signIn('admin@example.com');
  anonymous = app.client();
  await anonymous.get('/api/auth/config');
  viewId = viewNamed(await viewsOf(admin), 'Organic').id;
  routes = writingRoutes((await admin.get<Document>('/api/openapi.json')).body);
}, 90_000);
afterAll(() => app.stop());
afterEach(isAlive);

/** Every route that writes, as the document has it, so that a new one is among them. */
function writingRoutes({ paths, components }: Document): Route[] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    WRITES.flatMap((method) => {
      const operation = operations[method];
      if (!operation) return [];
      const schema =
        operation.requestBody?.content['application/json']?.schema?.$ref?.split('/').at(-1) ?? '';
      const known = Object.keys(components.schemas[schema]?.properties ?? {});
      return [{ method: method.toUpperCase(), path: filled(path), known }];
    }),
  );
}

const FILLED: Record<string, string> = { key: 'weights', revision: '1' };
const filled = (path: string) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => (name === 'viewId' ? viewId : (FILLED[name] ?? 'nothing')));

async function isAlive(): Promise<void> {
  expect((await app.client().get('/api/health/live')).status).toBe(200);
}

/** Milliseconds of processor time that the product's main thread has used. */
async function cost(): Promise<number> {
  const address = /Cost meter on (http\S+)/.exec(app.output())?.[1] ?? '';
  return Number(await (await fetch(address)).text());
}

const send = (client: Client, { method, path }: Route, { text }: Body) =>
  client.send<Record<string, unknown>>(method, path, {
    body: text,
    headers: { 'content-type': 'application/json' },
  });

/** Signing out is one of the routes: whoever asks is signed in again. */
async function admitted(): Promise<Client> {
  if ((await admin.get('/api/auth/me')).status !== 200) admin = await app.signIn('admin@example.com');
  return admin;
}

function checkRefusal(what: string, { status, headers, body, text }: Answer): void {
  if (status >= 500 || text.length > LARGEST_ANSWER)
    throw new Error(`${what}: ${status}, ${text.slice(0, 300)}`);
  if (status < 400) return;
  expect([what, headers.get('content-type')]).toEqual([
    what,
    expect.stringMatching(/^application\/problem\+json/),
  ]);
  expect(body.status).toBe(status);
  const words = [body.type, body.title, body.detail].map((said) => typeof said);
  expect(words).toEqual(['string', 'string', 'string']);
  expect((body.errors as unknown[]).length).toBeLessThanOrEqual(20);
}

describe('every route that writes', () => {
  it('is known to the document', () => {
    expect(routes.length).toBeGreaterThan(10);
    expect(routes.filter(({ known }) => known.length > 0).length).toBeGreaterThan(4);
  });

  it('refuses hostile bodies in few words and little time, whoever sends them', async () => {
    const max = { ms: 0, what: '' };
    for (const route of routes) {
      for (const body of hostileBodies(route.known)) {
        const what = `${route.method} ${route.path}, ${body.what}`;
        const client = await admitted();
        const spent = await minCost(() =>
          send(client, route, body).then((answer) => {
            checkRefusal(what, answer);
          }),
        );
        checkRefusal(what, await send(anonymous, route, body));
        if (spent > max.ms) Object.assign(max, { ms: spent, what });
      }
    }
    if (process.env.FUZZ_MAX_MS !== undefined)
      console.log(`Most processor time of a body: ${max.ms.toFixed(1)} ms (${max.what})`);
    expect(max.ms).toBeLessThan(MAX_MS);
  }, 900_000);

  it('refuses random bodies, and never with a 5xx', async () => {
    const random = new Random(SEED);
    for (let at = 0; at < COUNT; at += 1) {
      for (const route of routes) {
        const body = randomBody(random, route.known);
        checkRefusal(
          `${route.method} ${route.path}, ${body.text}`,
          await send(await admitted(), route, body),
        );
      }
    }
  }, 3_600_000);
});

/** What a request costs is what it costs at its cheapest: other work of the product comes in between. */
async function minCost(work: () => Promise<void>): Promise<number> {
  let min = Infinity;
  for (let attempt = 0; attempt < 3 && min > 20; attempt += 1) {
    const before = await cost();
    await work();
    min = Math.min(min, (await cost()) - before);
  }
  return min;
}

it('reads random forms, and never answers 5xx', async () => {
  const random = new Random(SEED);
  for (let at = 0; at < COUNT * 5; at += 1) {
    const { type, body } = randomForm(random);
    const path = `/api/views/${viewId}/ingestions`;
    const answer = await admin.send<Record<string, unknown>>('POST', path, {
      body,
      headers: { 'content-type': type },
    });
    checkRefusal(`${type}\n${body.slice(0, 2_000)}`, answer);
  }
}, 3_600_000);

it('leaves nothing of a form that was refused', async () => {
  await admin.send('POST', `/api/views/${viewId}/ingestions`, {
    body: '--b',
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
  });
  await spoolIsEmpty(app);
});

it('answers random heads, and never with a 5xx', async () => {
  const random = new Random(SEED);
  for (let at = 0; at < COUNT * 10; at += 1) {
    const sent = randomHead(random);
    const socket = await openSocket(app.address);
    // Ended, so that a request whose body never comes is over as well.
    socket.end(sent);
    const { status, headers, body } = await answerOn(socket);
    // 505 is for other versions of HTTP; a request that ends too early has no answer.
    if (status === null || status < 400) continue;
    if (status >= 500 && status !== 505) throw new Error(`${status}: ${sent}`);
    if (sent.startsWith('HEAD')) continue;
    expect([sent, headers['content-type']]).toEqual([
      sent,
      expect.stringMatching(/^application\/problem\+json/),
    ]);
    expect(body).toMatchObject({ status });
  }
}, 3_600_000);
