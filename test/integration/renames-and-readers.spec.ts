import { type Pair, startPair, viewOf } from '../support/pair.js';

const PATIENCE_MS = 240_000;
/** Each is over in a fraction of the time for which a process goes on with people that it has read. */
const RENAMES = 15;

let pair: Pair;
beforeAll(async () => {
  pair = await startPair(['Signal']);
}, PATIENCE_MS);
afterAll(() => pair.stop());

it(
  'a view that is renamed by one process is open all the time to those who read it through another',
  async () => {
    const path = `/api/views/${viewOf(pair, 'Signal')}`;
    const viewer = await pair.second.app.signIn('signal@example.com');
    const renaming = new AbortController();
    const reading = (async () => {
      const statuses = new Set<number>();
      while (!renaming.signal.aborted) statuses.add((await viewer.get(path)).status);
      return [...statuses];
    })();
    for (let round = 0; round < RENAMES; round += 1) {
      const renamed = await pair.first.admin.patch(path, { name: `Team ${round}` });
      expect(renamed.status).toBe(200);
    }
    renaming.abort();
    expect(await reading).toEqual([200]);
  },
  PATIENCE_MS,
);
