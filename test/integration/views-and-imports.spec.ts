import type { View } from '@app/contracts';
import { eventually } from '../support/eventually.js';
import { outcome, type Pair, startPair, upload, versionSeen, viewOf } from '../support/pair.js';
import { largeSheet } from '../support/sheets.js';

const PATIENCE_MS = 240_000;
const ROUNDS = 4;

let pair: Pair;
let view: string;

beforeAll(async () => {
  pair = await startPair(['Signal']);
  view = viewOf(pair, 'Signal');
}, PATIENCE_MS);
afterAll(() => pair.stop());

it(
  'an import that waits or is under way while its view is renamed arrives where the view is',
  async () => {
    for (let version = 2; version < 2 + ROUNDS; version += 1) {
      const importing = version % 2 === 0 ? pair.first : pair.second;
      const [run, renamed] = await Promise.all([
        upload(importing, view, version),
        pair.first.admin.patch<View>(`/api/views/${view}`, { name: `Team ${version}` }),
      ]);
      expect([renamed.status, renamed.body.collection]).toEqual([200, `sales_records_team${version}`]);
      expect(await outcome(pair, run)).toBe('published');
      for (const side of [pair.first, pair.second])
        await eventually(async () => expect(await versionSeen(side, view)).toBe(version));
      const names = (await pair.database.db.listCollections().toArray()).map(({ name }) => name);
      expect(names.filter((name) => /team|signal|staging/.test(name))).toEqual([
        `sales_records_team${version}`,
      ]);
    }
  },
  PATIENCE_MS,
);

it(
  'a view that is deleted takes its imports along, and comes back as they left it',
  async () => {
    const { admin } = pair.second;
    const name = `Team ${1 + ROUNDS}`;
    const started = await admin.upload<{ id: string }>(
      `/api/views/${view}/ingestions`,
      'large.csv',
      largeSheet(20_000),
    );
    const path = `/api/views/${view}?confirm=${encodeURIComponent(name)}`;
    expect((await pair.first.admin.delete(path)).status).toBe(200);
    for (const side of [pair.first, pair.second])
      await eventually(async () => expect((await side.admin.get(`/api/views/${view}`)).status).toBe(404));
    expect(['cancelled', 'published']).toContain(await outcome(pair, started.body.id));
    const isThere = (await outcome(pair, started.body.id)) === 'published';
    expect((await pair.first.admin.post(`/api/archived-views/${view}/restore`, {})).status).toBe(200);
    const records = isThere ? 20_000 : 5;
    for (const side of [pair.first, pair.second])
      await eventually(async () =>
        expect((await side.admin.get<View>(`/api/views/${view}`)).body.data.records_count).toBe(records),
      );
  },
  PATIENCE_MS,
);
