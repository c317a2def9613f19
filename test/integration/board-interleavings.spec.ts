import type { BoardPreferences, BoardVersion } from '@app/contracts';
import { type Client, type RunningApp, startApp } from '../support/app.js';
import {
  aBoard,
  ProductWithBoards,
  readBoard,
  saveBoard,
  versionsOf,
} from '../support/product-with-boards.js';
import { randomFrom } from '../support/random-from.js';

/** The whole number is a soak: see CONTRIBUTING.md. */
const ROUNDS = Number(process.env.BOARD_INTERLEAVINGS ?? 25);
const PATIENCE_MS = 60_000 + ROUNDS * 2_000;
const SEED = Number(process.env.BOARD_SEED ?? Date.now() % 1_000_000);

let product: ProductWithBoards;
let other: RunningApp;
/** Two browsers of one person, each at a process of its own. */
let browsers: readonly [Client, Client];
let bystander: Client;

beforeAll(async () => {
  console.log(`BOARD_SEED=${SEED}`);
  product = await ProductWithBoards.start();
  other = await startApp({ database: product.running.database });
  browsers = [await product.signIn('signal@example.com'), await other.signIn('signal@example.com')];
  bystander = product.admin;
});
afterAll(async () => {
  await other.stop();
  await product.stop();
});

/** A save that was answered with its revision. */
interface Saved {
  readonly id: string;
  readonly revision: number;
}

const firstId = ({ preferences }: Pick<BoardPreferences, 'preferences'>): string =>
  preferences.next_14_days?.[0]?.id ?? '';

/**
 * A browser that saves a few times, each time on what it knows; told that it is behind, it reads again, and saves or
 * leaves it. It notes what it was told is saved, and that it never saved on a revision it had not seen.
 */
async function browse(client: Client, path: string, name: string, random: () => number): Promise<Saved[]> {
  const saved: Saved[] = [];
  let { revision } = await readBoard(client, path);
  for (let at = 0; at < 3; at += 1) {
    const id = `${name}-${at}`;
    const { status, body } = await saveBoard(client, path, aBoard(id), `"${revision}"`);
    if (status === 200) {
      // The answer is the own save, whatever came after it: its revision is one to go on from.
      expect([firstId(body), body.revision]).toEqual([id, revision + 1]);
      saved.push({ id, revision: body.revision });
    } else expect(status).toBe(412);
    const knows = status === 200 && random() < 0.5;
    ({ revision } = knows ? body : await readBoard(client, path));
  }
  return saved;
}

/** The content of each version, by revision. */
async function contents(
  client: Client,
  path: string,
  items: readonly BoardVersion[],
): Promise<Map<number, string>> {
  const read = items.map(async ({ id, revision }): Promise<[number, string]> => {
    const { body } = await client.get<BoardPreferences>(`${path}/versions/${id}`);
    return [revision, firstId(body)];
  });
  return new Map(await Promise.all(read));
}

it(
  `loses no save unsaid, and touches no other board, in ${ROUNDS} interleavings of two browsers`,
  async () => {
    const random = randomFrom(SEED);
    const path = product.pathOf('Signal');
    await saveBoard(bystander, path, aBoard('bystander'));
    const untouched = await readBoard(bystander, path);
    const elsewhere = product.pathOf('Signal', 'pipeline');
    await saveBoard(browsers[0], elsewhere, { legal: [{ id: 'elsewhere' }] });
    const pipeline = await readBoard(browsers[0], elsewhere);
    let refused = 0;
    for (let round = 1; round <= ROUNDS; round += 1) {
      const saves = await Promise.all(
        browsers.map((client, at) => browse(client, path, `${round}-${at}`, random)),
      );
      const acknowledged = saves.flat();
      refused += 6 - acknowledged.length;
      const { items } = await versionsOf(browsers[0], path);
      const kept = await contents(browsers[0], path, items.slice(0, acknowledged.length + 1));
      // Each save that was answered is the version of its revision, one after the other, and no revision is two saves.
      expect(acknowledged.map(({ revision }) => kept.get(revision))).toEqual(
        acknowledged.map(({ id }) => id),
      );
      expect(new Set(acknowledged.map(({ revision }) => revision)).size).toBe(acknowledged.length);
      const last = acknowledged.toSorted((one, two) => two.revision - one.revision)[0];
      const live = await Promise.all(browsers.map((client) => readBoard(client, path)));
      expect(live.map(firstId)).toEqual([last?.id, last?.id]);
      expect(live.map(({ revision }) => revision)).toEqual([last?.revision, last?.revision]);
      expect(items.map(({ kind }) => kind)).not.toContain('found');
    }
    // They did get in each other's way.
    expect(refused).toBeGreaterThan(0);
    expect(await readBoard(bystander, path)).toEqual(untouched);
    expect(await readBoard(browsers[0], elsewhere)).toEqual(pipeline);
    const documents = await product.collection('user_projections_preferences').countDocuments();
    expect(documents).toBe(2);
  },
  PATIENCE_MS,
);

describe('a session whose access is withdrawn', () => {
  it('saves nothing more, and what it saved stays', async () => {
    const viewer = await product.signIn('market@example.com');
    const path = product.pathOf('Market');
    expect((await saveBoard(viewer, path, aBoard('before'))).status).toBe(200);
    const users = product.collection('users');
    const me = { email: 'market@example.com' };
    await users.updateOne(me, { $set: { view_access: ['Organic'] } });
    // Saving goes on, until it is refused for good.
    let status = 200;
    let last = 'before';
    for (let at = 0; status === 200; at += 1) {
      ({ status } = await saveBoard(viewer, path, aBoard(`while-${at}`)));
      if (status === 200) last = `while-${at}`;
    }
    expect(status).toBe(404);
    for (const answer of [
      await saveBoard(viewer, path, aBoard('after')),
      await viewer.delete(path),
      await viewer.get(path),
      await viewer.get(`${path}/versions`),
    ])
      expect(answer.status).toBe(404);
    await users.updateOne(me, { $set: { view_access: ['Market'] } });
    const again = await product.signIn('market@example.com');
    expect(firstId(await readBoard(again, path))).toBe(last);
  });

  it('is over with the sign-out: 401', async () => {
    const viewer = await product.signIn('market@example.com');
    const cookies = await product.signIn('market@example.com');
    await viewer.post('/api/auth/logout');
    expect((await saveBoard(viewer, product.pathOf('Market'), aBoard('after'))).status).toBe(401);
    expect((await saveBoard(cookies, product.pathOf('Market'), aBoard('mine'))).status).toBe(200);
  });
});
