import type { IngestionRun, IngestionRunPage } from '@app/contracts';
import { eventually } from '../support/eventually.js';
import { type ProductBehindProxy, startBehindProxy } from '../support/product-behind-proxy.js';
import { sheetOf } from '../support/sheets.js';
import { runEnded, uploaded, viewNamed, viewsOf } from '../support/views.js';
import { refuse, type WireCommand } from '../support/wire-proxy.js';

const PATIENCE_MS = 120_000;
const FULL = refuse({ code: 14_031, codeName: 'OutOfDiskSpace', message: 'The disk is full.' });
const WRITES = new Set(['insert', 'update', 'delete', 'findAndModify', 'create', 'createIndexes', 'drop']);
const SHEET = sheetOf([{ client: 'Acme', stage: 'Lost', pipe: 1 }]);
const STOPPED =
  'The import stopped: the disk of the server is full (14031). The data is as it was before: try again.';

let product: ProductBehindProxy;

beforeAll(async () => {
  product = await startBehindProxy();
}, PATIENCE_MS);
afterEach(() => product.proxy.restore());
afterAll(() => product.stop());

/** The disk is full from the first command on that comes after one of these. */
function fullAfter(isLast: (command: WireCommand) => boolean): void {
  let isFull = false;
  product.proxy.always((command) => {
    // Whoever is signed in stays so.
    const isRefused = isFull && WRITES.has(command.name) && command.target !== 'user_sessions';
    isFull ||= isLast(command);
    return isRefused;
  }, FULL);
}

it.each<[string, string, (command: WireCommand) => boolean, Partial<IngestionRun>]>([
  [
    'before it begins',
    'Signal',
    ({ name, target }) => name === 'insert' && target === 'ingestion_runs',
    { status: 'published', error: null },
  ],
  [
    'in its middle',
    'Market',
    ({ name, target }) => name === 'create' && String(target).includes('__staging_'),
    { status: 'failed', error: STOPPED },
  ],
])(
  'a run that the full disk stops %s says what it waits for, and ends once there is room',
  async (_, name, isLast, end) => {
    const view = viewNamed(await viewsOf(product.admin), name);
    const runs = `/api/views/${view.id}/ingestions`;
    fullAfter(isLast);
    const { status, body: run } = await product.admin.upload<IngestionRun>(runs, 'deals.csv', SHEET);
    expect(status).toBe(202);
    const waiting = { id: run.id, finished_at: null, progress: { phase: 'waiting_for_room' } };
    await eventually(async () =>
      expect((await product.admin.get<IngestionRun>(`${runs}/${run.id}`)).body).toMatchObject(waiting),
    );
    expect((await product.admin.get<IngestionRunPage>(runs)).body.items[0]).toMatchObject(waiting);
    product.proxy.restore();
    const ended = await runEnded(product.admin, view.id, run.id);
    expect(ended).toMatchObject(end);
    expect(ended.progress.phase).not.toBe('waiting_for_room');
    const again = await uploaded(product.admin, view.id, 'deals.csv', SHEET);
    expect(again.status).toBe(end.status === 'published' ? 'unchanged' : 'published');
  },
  PATIENCE_MS,
);
