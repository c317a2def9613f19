import { rmSync } from 'node:fs';
import { runKillTest } from '../testing/kill-test.js';
import { temporaryFolder } from '../testing/test-server.js';

/** `npm run soak` sets the full count; here a sample. */
const KILLS = Number(process.env.EMBEDDED_MONGO_KILLS ?? 3);
const SEED = Number(process.env.EMBEDDED_MONGO_SEED ?? 7);

/** A small generator of its own, so that a failing run can be repeated by its seed. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

describe('after kill -9', () => {
  it(
    'what was acknowledged is there, whole',
    async () => {
      const dataDir = temporaryFolder();
      const { kills, acknowledged } = await runKillTest(dataDir, KILLS, seededRandom(SEED));
      expect(kills).toBe(KILLS);
      expect(acknowledged).toBeGreaterThan(KILLS);
      rmSync(dataDir, { recursive: true, force: true });
    },
    KILLS * 10_000 + 20_000,
  );
});
