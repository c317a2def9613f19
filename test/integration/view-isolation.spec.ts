import fc from 'fast-check';
import { addressesOf, type ApiDocument, type Fillings } from '../support/api-document.js';
import type { Credentials } from '../support/callers.js';
import { idleRequest, type NamedOperation, operationsOf, type Request } from '../support/matrix-requests.js';
import {
  ARCHIVED,
  BIRDS,
  DEFAULT,
  FLOCK,
  GONE,
  type Kind,
  KINDS,
  SECLUDED,
  SecludedViews,
} from '../support/secluded-views.js';

/** Requests of the property; `npm run soak` asks many more. */
const RUNS = 10 * Number(process.env.FUZZ ?? 10);
const SEED = Number(process.env.FUZZ_SEED ?? 1);
/** So many of each operation are compared before and after. */
const ADDRESSES = 3;
const ALL = [...SECLUDED, ARCHIVED];
const NOWHERE = 'view-nowhere';
const YEAR = { from: ['2026-01-01'], to: ['2026-12-31'] };

let world: SecludedViews;
let operations: readonly NamedOperation[];

beforeAll(async () => {
  world = await SecludedViews.start();
  operations = operationsOf((await world.product.admin.get<ApiDocument>('/api/openapi.json')).body);
});
afterAll(() => world.product.stop());

/** A person or program, and what is named for it. */
interface Asker {
  readonly kind: Kind;
  readonly names: readonly string[];
}

/** What is written in domain.md, section 7, in the words of this test. */
function openedBy({ kind, names }: Asker): readonly string[] {
  if (kind.startsWith('t-')) return names.filter((name) => SECLUDED.includes(name));
  return kind === 'bare' || names.length === 0 ? [DEFAULT] : names.filter((name) => SECLUDED.includes(name));
}

/** Views of which somebody may read, be it through a master. */
function readableIn(opened: readonly string[]): ReadonlySet<string> {
  return new Set([...opened, ...(opened.includes(FLOCK) ? BIRDS.slice(0, 2) : [])]);
}

/** Words and ids by which something of a view is known. */
function marksOf(name: string): readonly string[] {
  const { id, deals, runs, versions } = world.belongings.get(name) ?? {};
  const ids = [id ?? '', ...(deals ?? []), ...(runs ?? []), ...(versions ?? [])];
  // What everybody is called "organic" by is no mark of a view.
  return name === DEFAULT ? ids : [name.toLowerCase(), ...ids];
}

const hidden = (opened: readonly string[]): string[] => {
  const readable = readableIn(opened);
  return ALL.filter((name) => !readable.has(name)).flatMap(marksOf);
};

const marksIn = (text: string, opened: readonly string[]): string[] =>
  hidden(opened).filter((mark) => text.toLowerCase().includes(mark.toLowerCase()));

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

async function answerTo({ method, address, ...sent }: Request, credentials: Credentials): Promise<Answer> {
  const headers = { ...sent.headers, ...credentials };
  const url = world.product.running.app.address + address;
  const answer = await fetch(url, { method, headers, body: sent.body, redirect: 'manual' });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

/** They differ from one answer to the next one of the same; a tag names its address as well. */
const OF_ONE_ANSWER: ReadonlySet<string> = new Set([
  'date',
  'x-request-id',
  'content-length',
  'server-timing',
]);

/** An answer without what was asked, when, and as which request. */
function plain({ status, headers, text }: Answer, asked: readonly string[]): string {
  const kept = [...headers]
    .filter(([name]) => !OF_ONE_ANSWER.has(name) && !(name === 'etag' && asked.length > 0))
    // The name of a file repeats what it was filtered by, shortened and in lower case.
    .map(([name, value]) => [
      name,
      name === 'content-disposition' ? value.replace(/-only-[^";]*/g, '-only-?') : value,
    ]);
  const all = JSON.stringify([status, kept, text.replace(/"request_id":"[^"]*"/, '')]);
  return without(all, asked);
}

const without = (text: string, asked: readonly string[]): string =>
  asked
    .filter((value) => value !== '')
    .reduce((rest, value) => rest.replaceAll(value, '?').replaceAll(encodeURIComponent(value), '?'), text);

/** Values of the parameters that can name something, taken from a view. */
function fillingsFrom(name: string): Fillings {
  const {
    deals = [],
    runs = [],
    versions = [],
    savedPages = [],
    owners = [],
    id = '',
  } = world.belongings.get(name) ?? {};
  const usual = (values: readonly string[], otherwise: string) => [values[0] ?? otherwise];
  return {
    dealId: usual(deals, 'deal-nowhere'),
    run: usual(runs, 'run-nowhere'),
    version: usual(versions, 'version-nowhere'),
    savedPageId: usual(savedPages, 'saved-page-nowhere'),
    owner: usual(owners, 'Nobody Ann'),
    q: [name],
    bdr: [`${name} Bob`],
    source: [id],
  };
}

const MADE_UP: Fillings = {
  dealId: ['deal-nowhere'],
  run: ['run-nowhere'],
  version: ['version-nowhere'],
  savedPageId: ['saved-page-nowhere'],
  owner: ['Nobody Ann'],
  q: ['Nowhere'],
  bdr: ['Nobody Bob'],
  source: [NOWHERE],
};
const OWN: Fillings = {
  sessionId: ['session-nowhere'],
  tokenId: ['token-nowhere'],
  userId: ['user-nowhere'],
  archivedId: [NOWHERE],
  revision: ['999999'],
  key: ['weights'],
  view: [NOWHERE],
  actor: ['nobody'],
  ...YEAR,
};

/** The address with all that it takes: what is not required as well, as far as it can name something of a view. */
function requestFor(operation: NamedOperation, fillings: Fillings): Request {
  const request = idleRequest(operation, { ...OWN, ...fillings });
  const named = (operation.operation.parameters ?? []).filter(
    ({ in: place, required, name }) => place === 'query' && !required && fillings[name] !== undefined,
  );
  const query = new URLSearchParams(
    Object.fromEntries(named.map(({ name }) => [name, fillings[name]?.[0] ?? ''])),
  );
  if (query.size === 0) return request;
  return {
    ...request,
    address: `${request.address}${request.address.includes('?') ? '&' : '?'}${query.toString()}`,
  };
}

const anAsker = fc.record({
  kind: fc.constantFrom(...KINDS),
  names: fc.uniqueArray(fc.constantFrom(...SECLUDED), { maxLength: 3 }),
});

function asAsker({ kind, names }: { kind: Kind; names: string[] }): Asker {
  const sorted = names.toSorted();
  if (kind === 'owner') return { kind, names: [...sorted, GONE] };
  // A token names a view at least.
  return { kind, names: kind.startsWith('t-') && sorted.length === 0 ? [BIRDS[2]] : sorted };
}

/** Streams do not end, and signing in and out says nothing of views. */
const isAsked = ({ path }: NamedOperation): boolean => !/^\/api\/(events|auth|csp-reports|health)/.test(path);
const aboutViews = (): NamedOperation[] => operations.filter(({ path }) => path.includes('{viewId}'));

it('tells a view that somebody does not open from none at all by nothing, whatever is asked of it', async () => {
  const asked = fc.record({ who: anAsker, at: fc.nat(), of: fc.nat() });
  await fc.assert(
    fc.asyncProperty(asked, async ({ who, at, of }) => {
      const asker = asAsker(who);
      const credentials = await world.asking(asker.kind, asker.names);
      const opened = openedBy(asker);
      const closed = ALL.filter((name) => !opened.includes(name));
      const name = closed[of % closed.length] ?? '';
      const all = aboutViews();
      const operation = all[at % all.length];
      if (!operation) throw new Error('The document has no operation about views.');
      const id = world.idOf(name);
      const there = await answerTo(
        requestFor(operation, { ...fillingsFrom(name), viewId: [id] }),
        credentials,
      );
      const nowhere = await answerTo(requestFor(operation, { ...MADE_UP, viewId: [NOWHERE] }), credentials);
      expect([operation.name, name, there.status]).toEqual([operation.name, name, 404]);
      expect(plain(there, [id])).toBe(plain(nowhere, [NOWHERE]));
    }),
    { numRuns: RUNS, seed: SEED },
  );
}, 3_600_000);

it('answers nothing of a view that somebody does not open, whatever else the request names', async () => {
  const asked = fc.record({ who: anAsker, at: fc.nat(), of: fc.nat(), in: fc.nat() });
  await fc.assert(
    fc.asyncProperty(asked, async ({ who, at, of, in: place }) => {
      const asker = asAsker(who);
      const credentials = await world.asking(asker.kind, asker.names);
      const opened = openedBy(asker);
      const readable = readableIn(opened);
      const closed = ALL.filter((name) => !readable.has(name));
      const reads = operations.filter((each) => each.method === 'GET' && isAsked(each));
      const operation = reads[at % reads.length];
      if (!operation) throw new Error('The document has no operation that reads.');
      const viewId = [world.idOf(opened[place % opened.length] ?? '') || NOWHERE];
      const foreign = fillingsFrom(closed[of % closed.length] ?? '');
      const values = (fillings: Fillings) => [...Object.values(fillings).flat(), ...viewId];
      const named = await answerTo(requestFor(operation, { ...foreign, viewId }), credentials);
      const made = await answerTo(requestFor(operation, { ...MADE_UP, viewId }), credentials);
      // What was asked may be repeated; it is no news.
      const told = plain(named, values(foreign));
      expect([operation.name, marksIn(told, opened)]).toEqual([operation.name, []]);
      expect(told).toBe(plain(made, values(MADE_UP)));
    }),
    { numRuns: RUNS, seed: SEED },
  );
}, 3_600_000);

/** What somebody can read, by address. */
async function everything(credentials: Credentials, name: string): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  const fillings = { ...OWN, ...fillingsFrom(name), viewId: [world.idOf(name)] };
  for (const { path, operation } of operations.filter((each) => each.method === 'GET' && isAsked(each))) {
    for (const address of addressesOf(path, operation, fillings).slice(0, ADDRESSES))
      answers.set(address, plain(await answerTo({ method: 'GET', address, headers: {} }, credentials), []));
  }
  return answers;
}

it('changes no answer, not even a number, with what happens in a view that somebody does not open', async () => {
  const askers: Asker[] = [
    { kind: 'viewer', names: ['Lapwing'] },
    { kind: 't-read', names: ['Lapwing'] },
    { kind: 'bare', names: [] },
  ];
  const read = async (asker: Asker) =>
    everything(await world.asking(asker.kind, asker.names), openedBy(asker)[0] ?? '');
  const before = [];
  for (const asker of askers) before.push(await read(asker));
  await world.grow('Kestrel', 3);
  await world.grow('Merlin', 3);
  for (const [at, asker] of askers.entries()) {
    const after = await read(asker);
    expect([...after.values()].filter((answer) => answer.startsWith('[200')).length).toBeGreaterThan(50);
    for (const [address, answer] of after)
      expect([address, answer]).toEqual([address, before[at]?.get(address)]);
  }
});

describe('in a view that somebody opens', () => {
  const asker: Asker = { kind: 'viewer', names: ['Lapwing'] };
  const opened = openedBy(asker);
  const path = (rest: string) => `/api/views/${world.idOf('Lapwing')}/${rest}`;
  const deals = (name: string) => world.belongings.get(name)?.deals ?? [];

  it('the cursor of a list of another view leads to nothing of that view', async () => {
    const credentials = await world.asking(asker.kind, asker.names);
    const cursors = ['Kestrel', 'Merlin', FLOCK].flatMap((name) => world.belongings.get(name)?.cursors ?? []);
    expect(cursors.length).toBe(3);
    const paged = operations.filter(({ operation, ...each }) =>
      each.method === 'GET' && isAsked({ operation, ...each })
        ? (operation.parameters ?? []).some(({ name }) => name === 'cursor')
        : false,
    );
    for (const operation of paged)
      for (const cursor of cursors) {
        const fillings = { ...fillingsFrom('Lapwing'), viewId: [world.idOf('Lapwing')], cursor: [cursor] };
        const { text } = await answerTo(requestFor(operation, fillings), credentials);
        expect([operation.name, marksIn(without(text, [cursor]), opened)]).toEqual([operation.name, []]);
      }
  });

  it('the deals of another view are looked up like deals that do not exist', async () => {
    const credentials = await world.asking(asker.kind, asker.names);
    const lookUp = async (id: string, client: string) => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ deals: [{ id, client }] });
      const address = path('boards/projections/lookup');
      return plain(await answerTo({ method: 'POST', address, headers, body }, credentials), [id, client]);
    };
    const nowhere = await lookUp('deal-nowhere', 'Nowhere 2');
    expect(nowhere).toMatch(/^\[200/);
    for (const name of ['Kestrel', 'Merlin', ARCHIVED])
      expect(await lookUp(deals(name)[0] ?? '', `${name} 2`)).toBe(nowhere);
    expect(await lookUp(deals('Lapwing')[0] ?? '', 'Lapwing 2')).not.toBe(nowhere);
  });

  it('the stream of events tells of that view alone', async () => {
    const credentials = await world.asking(asker.kind, asker.names);
    const stream = await fetch(`${world.product.running.app.address}/api/events`, { headers: credentials });
    const reader = (stream.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    await world.grow('Kestrel', 4);
    await world.grow('Lapwing', 4);
    while (!text.includes('"revision":3')) text += (await reader.read()).value ?? '';
    await reader.cancel();
    expect(text).toContain(world.idOf('Lapwing'));
    expect(marksIn(text, opened)).toEqual([]);
  });
});
