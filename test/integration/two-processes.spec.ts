import type { IngestionRun } from '@app/contracts';
import fc from 'fast-check';
import { eventually } from '../support/eventually.js';
import {
  leftovers,
  outcome,
  type Pair,
  saidOf,
  type Side,
  startPair,
  startSide,
  stopSide,
  upload,
  versionSeen,
  viewOf,
} from '../support/pair.js';
import { ALL_TROUBLES, prepare, type Trouble } from '../support/trouble.js';

/** How many imports are disturbed; `npm run soak` asks for more. */
const RUNS = Number(process.env.DISTURBED_RUNS ?? 4);
const SEED = Number(process.env.DISTURBED_SEED ?? 9);
/** The hosts disagree about the time by more than a lease. */
const AHEAD_MS = 40_000;
/** About as many commands as an import sends. */
const MAX_COMMANDS = 60;

type Name = 'first' | 'second';

interface Round {
  /** Who gets a file. */
  by: readonly Name[];
  trouble: Trouble;
  victim: Name;
  after: number;
}

const rounds = fc.sample(
  fc.record<Round>({
    by: fc.constantFrom<readonly Name[]>(['first'], ['second'], ['first', 'second']),
    trouble: fc.constantFrom(...ALL_TROUBLES),
    victim: fc.constantFrom('first', 'second'),
    after: fc.nat({ max: MAX_COMMANDS }),
  }),
  { numRuns: RUNS, seed: SEED },
);

let pair: Pair;
let uploaded = 1;
/** Version that readers see before the round. */
let before = 1;

beforeAll(async () => {
  pair = await startPair(['Organic'], { secondAheadMs: AHEAD_MS });
}, 120_000);
afterAll(() => pair.stop());

it.each(rounds.map((round, at) => [at + 1, round.trouble, round] as const))(
  'says of import %i what readers see, when %s',
  async (_, trouble, { by, victim, after }) => {
    const other = victim === 'first' ? 'second' : 'first';
    const ids = await Promise.all(by.map((name) => upload(pair[name], viewOf(pair), (uploaded += 1))));
    const seen = watch(pair[other]);
    const coming = prepare(trouble, { victim: pair[victim], other: pair[other], after });
    try {
      for (const id of ids) await outcome(pair, id);
    } finally {
      coming.end();
    }
    if (coming.isDeadly()) await restart(victim);
    const { version, published } = await expectTruth(ids).finally(seen.stop);
    const possible = [before, ...published];
    before = version;
    expect(seen.versions().filter((each) => !possible.includes(each))).toEqual([]);
  },
  240_000,
);

const runs = () => pair.database.db.collection('ingestion_runs');

/** What the runs of a round say, in the database and through both processes, is what readers of both see. */
async function expectTruth(ids: readonly string[]): Promise<{ version: number; published: number[] }> {
  // The same again changes nothing, and shows that each process is through with what it was about to do.
  const said = await runs()
    .find({ id: { $in: [...ids] }, status: 'published' })
    .sort({ revision: 1 })
    .toArray();
  const published = said.map(({ source }) =>
    Number(/\d+/.exec((source as IngestionRun['source']).name)?.[0]),
  );
  const version = published.at(-1) ?? before;
  for (const side of sides()) {
    const same = await upload(side, viewOf(pair), version);
    const status = await outcome(pair, same);
    const error: unknown = (await runs().findOne({ id: same }))?.error;
    const seen = await versionSeen(side, viewOf(pair));
    expect({ status, error, seen }).toEqual({ status: 'unchanged', error: null, seen: version });
  }
  for (const id of ids) {
    const says = await outcome(pair, id);
    for (const side of sides()) expect(await saidOf(side, viewOf(pair), id)).toBe(says);
  }
  await eventually(async () => expect(await leftovers(pair)).toEqual([]));
  return { version, published };
}

const sides = (): Side[] => [pair.first, pair.second];

async function restart(name: Name): Promise<void> {
  await stopSide(pair[name]);
  pair[name] = await startSide(pair.database, name === 'second' ? AHEAD_MS : 0);
}

/** Reads the view again and again, each time whole, and collects the versions that it sees. */
function watch(side: Side): { versions(): number[]; stop(): Promise<void> } {
  const seen = new Set<number>();
  const stopping = new AbortController();
  const watching = (async () => {
    while (!stopping.signal.aborted) seen.add(await versionSeen(side, viewOf(pair)));
  })();
  return {
    versions: () => [...seen],
    async stop() {
      stopping.abort();
      await watching;
    },
  };
}
